"""A checklist whose rows are put into a frame is the workbook that XlsxWriter writes, to the byte."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.planning.checklist import Checklist, ChecklistRow
from reportgen.rendering.xlsx import frame, open_look, render_checklist
from reportgen.rendering.xlsx.frame import filled, key_of
from reportgen.rendering.xlsx.workbook import workbook
from reportgen.themes import shipped, standard

THEME = standard().template("checklist.toml")
LOOK = open_look(THEME)
WORDS = st.sampled_from(["", "优化环境", "a&b <c>", "=1+1", "序号", "落实清单", '“引”"', "两\n行", "长" * 90])
ROWS = st.lists(st.builds(ChecklistRow, st.integers(1, 30), *[WORDS] * 6), min_size=2, max_size=9).map(tuple)


def rows(count, words="抓好落实"):
    return tuple(
        ChecklistRow(1 + at // 3, "任务", f"{words}{at}", "", "", "", "第1段") for at in range(count)
    )


@settings(max_examples=60, deadline=None)
@given(entries=ROWS, basis=WORDS.filter(bool))
def test_any_rows_are_written_as_xlsxwriter_writes_them(entries, basis):
    checklist = Checklist("落实清单", basis, entries)
    assert filled(checklist, LOOK) == workbook(checklist, LOOK)


# A frame has 97 rows itself; Excel's rows are grouped by sixteen.
@pytest.mark.parametrize("count", [2, 12, 13, 14, 96, 97, 98, 99, 100, 250])
@pytest.mark.parametrize("theme", shipped(), ids=lambda theme: theme.name)
def test_as_many_rows_as_there_are(theme, count):
    look, checklist = open_look(theme.folder / "checklist.toml"), Checklist("落实清单", "讲话", rows(count))
    assert filled(checklist, look) == workbook(checklist, look)


@pytest.mark.parametrize(
    "checklist",
    [
        Checklist("落实清单", "讲话", ()),
        Checklist("落实清单", "讲话", rows(1)),
        Checklist("落实清单", "", rows(3)),
        *(
            Checklist("落实清单", "讲话", rows(3, odd))
            for odd in ("_x000D_", "<r>", " 前", "\x07", "长" * 20_000)
        ),
    ],
    ids=["none", "one", "no-basis", "escape", "run", "blank", "bell", "long"],
)
def test_what_is_odd_is_left_to_xlsxwriter(checklist):
    assert filled(checklist, LOOK) is None
    assert render_checklist(checklist, LOOK) == workbook(checklist, LOOK)


def test_a_look_of_ones_own_has_a_frame_of_its_own(tmp_path, monkeypatch):
    monkeypatch.setattr(frame, "_kept", {})
    path = tmp_path / "checklist.toml"
    path.write_text(THEME.read_text("utf-8").replace("仿宋", "楷体"), "utf-8")
    own, checklist = open_look(path), Checklist("落实清单", "讲话", rows(3))
    assert key_of(checklist, own) != key_of(checklist, LOOK)
    assert not (frame.FOLDER / f"{key_of(checklist, own)}.json").exists()
    assert render_checklist(checklist, own) == workbook(checklist, own) != render_checklist(checklist, LOOK)


def test_other_heads_and_choices_have_a_frame_of_their_own():
    checklist = Checklist("清单", "讲话", rows(3), states=("未办", "已办"))
    assert filled(checklist, LOOK) == workbook(checklist, LOOK)


@pytest.mark.parametrize("theme", shipped(), ids=lambda theme: theme.name)
def test_every_shipped_look_has_its_frame_in_writing(theme, monkeypatch):
    monkeypatch.setattr(frame, "_kept", {})
    monkeypatch.setattr(frame, "made", pytest.fail)
    look = open_look(theme.folder / "checklist.toml")
    assert filled(Checklist("落实清单", "讲话", rows(3)), look)
