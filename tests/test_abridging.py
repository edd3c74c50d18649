"""What a build leaves out for want of room is told in one line: of what, where it is, how to have it all."""

import json

import pytest

from reportgen.abridging import abridged
from reportgen.briefing import brief
from reportgen.choices import chosen_products
from reportgen.cli import main
from reportgen.errors import Severity
from reportgen.planning.length import STANDARD, Degree, Length
from reportgen.products import make, opened
from reportgen.themes import standard

MANY = "".join(f"要完善第{n}号网格的管理制度，加强日常巡查，建立{n}本台账。" for n in range(11, 111))
LONG = f"""在全县工作会议上的讲话
同志们：
全县上下要坚定信心，全力以赴抓好落实。
一、抓管理
一是抓好网格。{MANY}二是抓好培训。要组织学习培训。
二、抓落实
要落实责任，按月通报进展。
"""
SHORT = "在会上的讲话\n一、抓管理\n要建立台账。\n二、抓落实\n要落实责任。\n"
FULL = Length(Degree.FULL)


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What is told of some products of a text at some length: message and advice, or nothing."""
    folder = tmp_path_factory.mktemp("abridged")

    def tell(text, only, length=STANDARD):
        path = folder / "讲话.txt"
        path.write_text(text, "utf-8")
        said = brief(path)
        products = chosen_products([only])
        templates = opened(products, standard())
        made = [make(one, said, said.facts, length, templates[one]) for one in products]
        found = [one.diagnostic for one in abridged(made, said, length)]
        assert {(one.severity, one.code) for one in found} <= {(Severity.INFO, "abridged")}
        return [(one.message, one.hint) for one in found]

    return tell


ALL = "docx,pptx,xlsx"


@pytest.mark.parametrize(
    ("only", "length", "message", "hint"),
    [
        (
            ALL,
            Length(),
            "PowerPoint 幻灯片按“标准”篇幅列出要点，其余见落实清单、备注和原文",
            "要全部写进 PowerPoint 幻灯片，用 --length 详",
        ),
        (
            "pptx",
            Length(Degree.BRIEF),
            "PowerPoint 幻灯片按“简”篇幅列出要点，其余见备注",
            "要全部写进 PowerPoint 幻灯片，用 --length 详",
        ),
        (
            "pptx,xlsx",
            Length(Degree.FULL, 6),
            "PowerPoint 幻灯片按 6 张列出要点，其余见落实清单和备注",
            "要全部写进 PowerPoint 幻灯片，不写 --slides 和 --minutes，用 --length 详",
        ),
        (
            ALL,
            Length(original=False),
            "Word 要点和 PowerPoint 幻灯片按“标准”篇幅列出要点，其余见落实清单和备注",
            "要全部写进 Word 要点和 PowerPoint 幻灯片，用 --length 详",
        ),
        (
            "docx",
            Length(original=False),
            "Word 要点按“标准”篇幅列出要点，其余见落实清单和讲话稿",
            "要全部写进 Word 要点，用 --length 详",
        ),
        ("一页纸", FULL, "Word 一页纸只列一页写得下的，其余见讲话稿", ""),
        (
            f"{ALL},一页纸",
            Length(slides=6, original=False),
            (
                "Word 要点按“标准”篇幅、PowerPoint 幻灯片按 6 张列出要点，Word 一页纸只列一页写得下的，"
                "其余见落实清单和备注"
            ),
            "要全部写进 Word 要点和 PowerPoint 幻灯片，不写 --slides 和 --minutes，用 --length 详",
        ),
    ],
)
def test_one_line_says_what_is_short_and_by_what_and_where_the_rest_is(told, only, length, message, hint):
    assert told(LONG, only, length) == [(message, hint)]


def test_a_handout_of_all_that_is_to_be_done_may_leave_out_what_else_is_said(told):
    story = "".join(f"去年第{n}小区停电多次，群众意见很大。" for n in range(30))
    text = SHORT.replace("要建立台账。", f"{story}要建立台账。")
    assert told(text, "docx", Length(Degree.FULL, original=False)) == [
        ("Word 要点按“详”篇幅列出要点，其余见落实清单和讲话稿", "要附上原文，去掉 --original 不附")
    ]


@pytest.mark.parametrize(
    ("text", "only", "length"),
    [
        (LONG, ALL, FULL),
        (LONG, ALL, Length(Degree.FULL, original=False)),
        (LONG, "docx,xlsx", Length()),
        (LONG, "xlsx", Length(Degree.BRIEF)),
        (SHORT, f"{ALL},一页纸", Length()),
    ],
    ids=["all", "all without the speech", "the speech is behind it", "a list of all", "a short speech"],
)
def test_where_nothing_is_left_out_nothing_is_said(told, text, only, length):
    assert told(text, only, length) == []


@pytest.fixture
def speech(tmp_path):
    path = tmp_path / "讲话.txt"
    path.write_text(LONG, "utf-8")
    return path


def run(capsys, *arguments):
    assert main([*map(str, arguments)]) == 0
    return capsys.readouterr()


def test_the_screen_says_it_in_one_line_and_quiet_silences_it(capsys, speech, tmp_path):
    command = ["build", speech, "-o", tmp_path / "出"]
    line = (
        "  说明：PowerPoint 幻灯片按“标准”篇幅列出要点，其余见落实清单、备注和原文。"
        "要全部写进 PowerPoint 幻灯片，用 --length 详\n"
    )
    assert run(capsys, *command).err.count(line) == 1
    assert run(capsys, *command, "-q").err == ""
    assert "篇幅" not in run(capsys, *command, "--length", "详").err


def test_programs_are_told_too(capsys, speech, tmp_path):
    told = run(capsys, "build", speech, "-o", tmp_path / "出", "--json")
    (one,) = json.loads(told.out)["speeches"][0]["diagnostics"]
    assert (one["severity"], one["code"]) == ("info", "abridged")
    assert one["hint"] == "要全部写进 PowerPoint 幻灯片，用 --length 详"
    assert told.err == ""
