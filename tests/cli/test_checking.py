"""`reportgen check`: the screen, JSON, Word comments, exit statuses."""

import json

import docx
import pytest

from pdfscript import LEADING, LEFT, TOP, Text, pdf, set_text
from reportgen.analysis.proofreading import RULES
from reportgen.cli import main
from reportgen.proofing import check
from wordscript import p, r, word

FAULTY = "在推进会上的讲话\n同志们：\n要抓落实，，见实效。\n坚持“四个意识”、“四个自信”。\n"
GONE = r("不算数", "<w:strike/>")
CLEAN = "在推进会上的讲话\n同志们：\n要抓落实，见实效。\n"
WARNED = "在推进会上的讲话\n同志们：\n截止目前，工作进展顺利。\n"


@pytest.fixture
def speech(tmp_path):
    def write(text, name="讲话.txt"):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return path

    return write


def test_findings_are_shown_with_place_and_excerpt(capsys, speech):
    path = speech(FAULTY)
    assert main(["check", str(path)]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        f"{path}:3:5  错误  标点重叠“，，” → 只留一个",
        "    要抓落实【，，】见实效。",
        f"{path}:4:9  说明  并列的引号、书名号之间通常不用顿号 → 删去顿号",
        "    坚持“四个意识”【、】“四个自信”。",
        f"{path}：共 2 处，错误 1，注意 0，说明 1",
    ]
    assert not err


AROUND = """好的，以下是为您撰写的讲话稿：

在推进会上的讲话
【字号： 大 中 小】 打印

同志们：
要抓落实，见实效。

希望以上内容对您有帮助（如需调整，请随时告诉我。
"""


def test_what_stands_around_a_speech_is_told_and_not_proofread(capsys, speech):
    path = speech(AROUND)
    assert main(["check", str(path)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{path}：没有发现问题",
        "  注意：第 1 行是写作软件说的话（15 字），不作摘编。原文部分照印",
        "  注意：第 4 行是网页或版面上的字样（10 字），不作摘编。原文部分照印",
        "  注意：第 9 行是写作软件说的话（24 字），不作摘编。原文部分照印",
    ]
    main(["check", str(path), "--json"])
    (report,) = json.loads(capsys.readouterr().out)["speeches"]
    assert [(one["code"], one["line"]) for one in report["diagnostics"]] == [
        ("apart", 1), ("apart", 4), ("apart", 9),
    ]  # fmt: skip


def test_what_a_reader_left_out_is_told(capsys, tmp_path):
    path = tmp_path / "讲话.docx"
    path.write_bytes(word(p("在推进会上的讲话") + p("同志们：") + p(r("要抓落实。") + GONE)))
    assert main(["check", str(path)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == (
        "  注意：文件里还有 1 处加删除线的文字没有读入。需要的内容请写进正文后再试"
    )


def test_a_character_that_is_lost_is_told_once(capsys, speech):
    path = speech(CLEAN.replace("实效", "实\ufffd"))
    assert main(["check", str(path)]) == 1
    assert [line for line in capsys.readouterr().out.splitlines() if "注意：" in line] == []


@pytest.mark.parametrize(("text", "status"), [(FAULTY, 1), (WARNED, 0), (CLEAN, 0)])
def test_only_errors_make_the_status_1(capsys, speech, text, status):
    assert main(["check", str(speech(text))]) == status
    assert ("没有发现问题" in capsys.readouterr().out) == (text == CLEAN)


def test_json_has_a_stable_form(capsys, speech):
    path = speech(FAULTY)
    assert main(["check", str(path), "--json"]) == 1
    (report,) = json.loads(capsys.readouterr().out)["speeches"]
    assert report["source"]["path"] == str(path)
    assert report["counts"] == {"error": 1, "warning": 0, "info": 1}
    assert report["findings"][0] == {
        "rule": "doubled-mark",
        "severity": "error",
        "line": 3,
        "column": 5,
        "start": 18,
        "end": 20,
        "excerpt": "，，",
        "message": "标点重叠“，，”",
        "suggestion": "只留一个",
    }


def test_several_speeches_and_one_that_is_missing(capsys, speech, tmp_path):
    speech(CLEAN, "一.txt")
    paths = [str(tmp_path / "一.txt"), str(tmp_path / "无.txt")]
    assert main(["check", *paths, "--json"]) == 1
    out, err = capsys.readouterr()
    reports = json.loads(out)["speeches"]
    assert [sorted(report) for report in reports] == [
        ["counts", "diagnostics", "findings", "source", "status"],
        ["error", "source", "status"],
    ]
    assert err.count("\n") == 1
    assert "找不到文件" in err


def broken_on(name, work):
    """Like `work`, but with a fault of ours on the speech of that name."""

    def fail(path, *rest, **more):
        if path.name == name:
            raise IndexError(0)
        return work(path, *rest, **more)

    return fail


def test_a_fault_of_ours_on_one_speech_is_its_own_line(capsys, speech, tmp_path, monkeypatch):
    monkeypatch.setattr("reportgen.cli.checking.check", broken_on("乙.txt", check))
    for name in ("甲.txt", "乙.txt", "丙.txt"):
        speech(CLEAN, name)
    assert main(["check", str(tmp_path)]) == 1
    out, err = capsys.readouterr()
    assert out.count("没有发现问题") == 3  # two speeches and the sum
    assert err == f"错误：{tmp_path / '乙.txt'}：程序内部出错（IndexError）。请附上稿件报告给维护者\n"


def test_a_fault_of_ours_leaves_the_json_whole(capsys, speech, tmp_path, monkeypatch):
    monkeypatch.setattr("reportgen.cli.checking.check", broken_on("乙.txt", check))
    for name in ("甲.txt", "乙.txt", "丙.txt"):
        speech(CLEAN, name)
    assert main(["check", str(tmp_path), "--json"]) == 1
    reports = json.loads(capsys.readouterr().out)["speeches"]
    assert ["error" in report for report in reports] == [
        report["source"]["path"].endswith("乙.txt") for report in reports
    ]
    assert sum("findings" in report for report in reports) == 2


def test_ctrl_c_ends_the_run_though_a_library_made_an_error_of_it(capsys, speech, tmp_path, monkeypatch):
    def fail(*_):
        try:
            raise KeyboardInterrupt
        except KeyboardInterrupt as signal:
            raise ValueError("cut short") from signal

    monkeypatch.setattr("reportgen.cli.checking.check", fail)
    for name in ("甲.txt", "乙.txt"):
        speech(CLEAN, name)
    assert main(["check", str(tmp_path)]) == 130
    assert "已取消" in capsys.readouterr().err


def test_a_maintainer_sees_the_traceback_of_one_speech(speech, monkeypatch):
    monkeypatch.setenv("REPORTGEN_DEBUG", "1")
    monkeypatch.setattr("reportgen.cli.checking.check", broken_on("讲话.txt", check))
    with pytest.raises(IndexError):
        main(["check", str(speech(CLEAN))])


BOLD = "<w:b/>"


@pytest.mark.parametrize(
    "body",
    [
        p(r("在推进会上的讲话", BOLD)) + p(r("同志们：")) + p(r("要抓落实，见实效。")),
        p(r("在推进会上的讲话")) + p(r("同志们：")) + p(r("要抓落实，") + r("见实效。", BOLD)),
        p(r("某", BOLD) + r("县工作会议上的讲话")) + p(r("同志们：要抓落实，") + r("见实效", BOLD) + r("。")),
        p(r("在推进会上的讲话", '<w:sz w:val="44"/>')) + p(r("同志们：")) + p(r("要抓落实，见实效。")),
    ],
    ids=["title", "end of the text", "start of the text", "large type"],
)
def test_bold_and_large_type_of_a_word_file_are_no_leftover_marks(capsys, tmp_path, body):
    path = tmp_path / "讲话.docx"
    path.write_bytes(word(body))
    assert main(["check", str(path)]) == 0
    assert "加粗标记" not in capsys.readouterr().out


def test_bold_type_of_a_web_page_is_no_leftover_mark(capsys, tmp_path):
    path = tmp_path / "讲话.html"
    path.write_text(
        "<html><body><p><b>在推进会上的讲话</b></p><p>同志们：</p><p>要抓落实，<strong>见实效。</strong></p></body></html>",
        "utf-8",
    )
    assert main(["check", str(path)]) == 0
    assert "加粗标记" not in capsys.readouterr().out


def test_bold_type_of_a_pdf_is_no_leftover_mark(capsys, tmp_path):
    path = tmp_path / "讲话.pdf"
    body = set_text(["同志们：", "各单位要切实提高思想认识，逐项抓好各项工作落实，确保取得实效。" * 6])
    path.write_bytes(pdf([Text("在推进会上的讲话", LEFT, TOP + LEADING, bold=True), *body[0]]))
    assert main(["check", str(path)]) == 0
    assert "加粗标记" not in capsys.readouterr().out


def test_speeches_of_one_name_can_be_checked_together(capsys, speech, tmp_path):
    (tmp_path / "乙").mkdir()
    paths = [speech(CLEAN), speech(CLEAN, "乙/讲话.txt")]
    assert main(["check", *map(str, paths)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "2 篇合计：没有发现问题"
    assert main(["check", *map(str, paths), "--docx", str(tmp_path / "出")]) == 1


def test_rules_can_be_chosen(capsys, speech):
    path = str(speech(FAULTY))
    assert main(["check", path, "--skip", "doubled-mark，typo"]) == 0
    assert main(["check", path, "--rule", "dun-between-quotes"]) == 0
    assert main(["check", path, "--rule", "doubled-mark"]) == 1
    capsys.readouterr()
    assert main(["check", path, "--rule", "没有"]) == 2
    assert (
        capsys.readouterr().err == "错误：--rule 不认识“没有”。用 reportgen check --list-rules 看全部规则\n"
    )


def test_rules_are_listed(capsys):
    assert main(["check", "--list-rules"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[0] for line in lines] == [rule.name for rule in RULES]


def test_the_word_file_has_comments(capsys, speech, tmp_path):
    target = tmp_path / "出" / "校对.docx"
    assert main(["check", str(speech(FAULTY)), "--docx", str(target)]) == 1
    assert f"已写出 {target}" in capsys.readouterr().err
    comments = list(docx.Document(str(target)).comments)
    assert [comment.author for comment in comments] == ["reportgen 校对"] * 2
    assert comments[0].text == "【错误】标点重叠“，，”。建议：只留一个"


def test_an_edited_word_file_is_set_aside(capsys, speech, tmp_path):
    target = tmp_path / "校对.docx"
    target.write_bytes(b"edited")
    main(["check", str(speech(FAULTY)), "--docx", str(target)])
    assert "没有覆盖" in capsys.readouterr().err
    assert [path.read_bytes() for path in tmp_path.glob("校对.手改-*.docx")] == [b"edited"]


@pytest.mark.parametrize("name", ["出.docx", "讲话.docx"])
def test_one_word_file_for_several_speeches_is_refused(capsys, speech, tmp_path, name):
    paths = [speech(FAULTY), speech(CLEAN, "二.txt")]
    assert main(["check", *map(str, paths), "--docx", str(tmp_path / name)]) == 2
    assert capsys.readouterr().err.startswith("错误：")
    assert not list(tmp_path.glob("*.docx"))


def test_a_file_of_another_kind_is_refused_before_the_work(capsys, speech, tmp_path):
    other = tmp_path / "校对.txt"
    other.write_text("x")
    assert main(["check", str(speech(FAULTY)), "--docx", str(other)]) == 2
    assert capsys.readouterr() == ("", f"错误：{other}：--docx 后面要写 .docx 文件或文件夹。请换一个名称\n")


def test_the_speech_itself_is_not_written_over(capsys, speech):
    path = speech(FAULTY, "讲话.docx")
    assert main(["check", str(path), "--docx", str(path)]) == 2
    assert "这就是要读的文件" in capsys.readouterr().err
    assert path.read_text("utf-8") == FAULTY


def test_a_folder_that_cannot_be_written_is_one_line(capsys, speech, tmp_path):
    (tmp_path / "文件").write_text("")
    assert main(["check", str(speech(CLEAN)), "--docx", str(tmp_path / "文件" / "出.docx")]) == 1
    out, err = capsys.readouterr()
    assert err.count("\n") == 1
    assert not out
