"""The list opens from disk and shows words as words; the table has a row a speech and no formula."""

import io
import json
import re
import shutil
import subprocess

import openpyxl
import pytest
from openxml_audit import OpenXmlValidator

from waiting import HANGS

NASTY = "</script><script>alert(1)</script>&<!--\u2028"


def data_of(page):
    """The rows that the list holds."""
    text = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)[1]
    return json.loads(text)


def test_the_list_shows_words_as_words(speeches, go, tmp_path):
    speeches(**{"a&b 'c'.txt": NASTY, "乙": "不通", "丙/#1?.txt": "丙"})
    go()
    page = (tmp_path / "成稿" / "index.html").read_text("utf-8")
    assert page.count("<script") == 2
    assert "alert(1)</script>" not in page
    rows = {row[0]: row for row in data_of(page)}
    assert rows["a&b 'c'.txt"][2] == NASTY[:40]
    assert rows["a&b 'c'.txt"][5] == [["要点", "a%26b%20%27c%27/a%26b%20%27c%27-%E8%A6%81%E7%82%B9.docx"]]
    assert rows["丙/#1?.txt"][5][0][1].startswith("%E4%B8%99/%231_/%231%3F-") is True
    assert rows["乙.txt"][1:4] == ["未做成", "", "乙.txt：不通"]


def test_the_list_needs_nothing_else(speeches, go, tmp_path):
    speeches(甲="甲")
    go()
    page = (tmp_path / "成稿" / "index.html").read_text("utf-8")
    assert not re.search(r"(?:src|href)\s*=\s*[\"']|https?:|@import|url\(", page)
    assert "Content-Security-Policy" in page
    assert 'name="viewport"' in page
    assert re.search(r'<label for="words">.*<input type="search" id="words"', page, re.DOTALL)


@pytest.mark.skipif(not shutil.which("node"), reason="node is not installed")
def test_the_script_of_the_list_can_be_read(speeches, go, tmp_path):
    speeches(甲=NASTY)
    go()
    page = (tmp_path / "成稿" / "index.html").read_text("utf-8")
    script = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)[0]
    (tmp_path / "list.js").write_text(script, "utf-8")
    done = subprocess.run(
        ["node", "--check", tmp_path / "list.js"], capture_output=True, timeout=HANGS, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_table_has_a_row_a_speech(speeches, go, tmp_path):
    speeches(甲='=HYPERLINK("x")', 乙="不通", 丙="<r>x</r>", 丁="_x0041_x0042_")
    go()
    path = tmp_path / "成稿" / "summary.xlsx"
    sheet = openpyxl.load_workbook(path, rich_text=True).active
    head, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert head[:3] == ["讲话稿", "状态", "标题"]
    found = {row[0]: row for row in rows}
    assert str(found["甲.txt"][2]) == '=HYPERLINK("x")'
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert found["乙.txt"][1:3] == ["未做成", None]
    assert "不通" in str(found["乙.txt"][10])
    assert found["甲.txt"][3] == 15
    assert str(found["丙.txt"][2]) == "<r>x</r>"
    assert sheet.freeze_panes == "B2"
    assert sheet.column_dimensions["A"].width > 30
    assert OpenXmlValidator().validate(path).is_valid


def test_both_depend_on_the_journal_alone(speeches, go, tmp_path):
    speeches(甲="甲", 乙="不通")
    go()
    one = [(tmp_path / "成稿" / name).read_bytes() for name in ("index.html", "summary.xlsx")]
    shutil.rmtree(tmp_path / "成稿")
    go()
    assert [(tmp_path / "成稿" / name).read_bytes() for name in ("index.html", "summary.xlsx")] == one


def test_what_is_as_it_was_is_not_written_again(speeches, go, tmp_path):
    speeches(甲="甲")
    go()
    paths = [tmp_path / "成稿" / name for name in ("index.html", "summary.xlsx")]
    times = [path.stat().st_mtime_ns for path in paths]
    go()
    assert [path.stat().st_mtime_ns for path in paths] == times
    paths[0].unlink()
    go()
    assert paths[0].exists()


def test_a_table_of_nothing_opens(tmp_path):
    from reportgen.batch.journal import Journal
    from reportgen.batch.overview import page, table

    journal = Journal(tmp_path)
    assert openpyxl.load_workbook(io.BytesIO(table(journal))).active.max_row == 1
    assert data_of(page(journal).decode()) == []
    journal.close()
