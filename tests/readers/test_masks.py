"""Masked names: found, filled, and told when they are not there."""

import pytest

from reportgen.errors import UsageError
from reportgen.readers import MaskFill, fill_masks, find_masks, parse_fill, read

TEXT = "在××县会议上的讲话\n推进法治**建设，**要努力，某某同志负责。\n【待补：县名】和XX市，XXL和20XX年。\n"


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "讲话.txt"
    path.write_text(TEXT, "utf-8")
    return read(path)


def test_masks_are_found_in_order_and_words_are_none(source):
    found = [(mask.passage.text, mask.order) for mask in find_masks(source)]
    assert found == [("××", 1), ("**", 1), ("**", 2), ("某某", 1), ("【待补：县名】", 1), ("XX", 1)]


@pytest.mark.parametrize(
    ("fills", "line"),
    [
        (["**=某县"], "推进法治某县建设，某县要努力，某某同志负责。"),
        (["**#2=某县"], "推进法治**建设，某县要努力，某某同志负责。"),
        (["**=甲", "**#1=乙"], "推进法治乙建设，甲要努力，某某同志负责。"),
        (["**#1=乙", "**=甲"], "推进法治乙建设，甲要努力，某某同志负责。"),
        (["**=甲", "**=乙"], "推进法治乙建设，乙要努力，某某同志负责。"),
        (["**=", "某某=张三"], "推进法治建设，要努力，张三同志负责。"),
        (["**=a=b"], "推进法治a=b建设，a=b要努力，某某同志负责。"),
    ],
)
def test_filling(source, fills, line):
    assert fill_masks(source, [parse_fill(fill) for fill in fills]).text.split("\n")[1] == line


def test_lines_move_along(source):
    filled = fill_masks(source, [parse_fill("××=青山"), parse_fill("**=很长的一个县")])
    assert [filled.text[one.span.start : one.span.end] for one in filled.lines] == filled.text.split("\n")


def test_bold_of_markdown_is_no_mask_and_moves_along(tmp_path):
    path = tmp_path / "讲话.md"
    path.write_text("# 标题\n××县**重点内容**和××市。\n", "utf-8")
    source = read(path)
    assert [mask.passage.text for mask in find_masks(source)] == ["××", "××"]
    filled = fill_masks(source, [parse_fill("××=青山")])
    (bold,) = filled.lines[1].strong
    assert filled.text[bold.start : bold.end] == "重点内容"


@pytest.mark.parametrize(
    ("fill", "read_as"),
    [
        ("**＝某县", MaskFill("**", None, "某县")),
        ("** ＃2＝a=b", MaskFill("** ", 2, "a=b")),
        ("××=＝", MaskFill("××", None, "＝")),
    ],
)
def test_signs_of_chinese_type(fill, read_as):
    assert parse_fill(fill) == read_as


@pytest.mark.parametrize("fill", ["**", "=某县", "**#0=某县", "**=某\n县"])
def test_a_fill_that_cannot_be_read(fill):
    with pytest.raises(UsageError, match="--fill 的写法不对"):
        parse_fill(fill)


@pytest.mark.parametrize("fill", ["##=某县", "**#3=某县", "某市=青山市"])
def test_a_mask_that_is_not_there_gives_those_that_are(source, fill):
    with pytest.raises(UsageError) as caught:
        fill_masks(source, [parse_fill(fill)])
    assert "××（1 处）、**（2 处）、某某（1 处）" in str(caught.value)


def test_nothing_to_fill(tmp_path):
    path = tmp_path / "讲话.txt"
    path.write_text("没有掩去的名称。\n", "utf-8")
    with pytest.raises(UsageError, match="没有掩去的名称，请去掉 --fill"):
        fill_masks(read(path), [parse_fill("**=某县")])
