"""Names put in place of masks, and everything that pointed into the text before taken along."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.errors import UsageError
from reportgen.readers import Filling, MaskFill, fill_masks, find_masks, parse_fill
from reportgen.readers.files import parse_bytes
from reportgen.source import Span
from speech import source_of

TEXT = "在××县的讲话\n推进法治**建设，**要努力，某某同志负责。\n"


def filled(*fills, text=TEXT, others=()):
    return Filling.of(source_of(text), others, fills=[parse_fill(one) for one in fills])


@pytest.mark.parametrize(
    ("text", "masks"),
    [
        ("××县、XX市、xx镇、某某村", ["××", "XX", "xx", "某某"]),
        ("某某某同志和某同志", ["某某某"]),
        ("＊＊县和**县", ["＊＊", "**"]),
        ("【待补：县名】【待填】【待定 日期】", ["【待补：县名】", "【待填】", "【待定 日期】"]),
        ("20XX年、XXL号、EXXON、X县", []),
        ("*注和×2", []),
        ("【重要】【待\n补】", []),
        ("××××年×月", ["××××"]),
        ("【待補：縣名】和某某同志，這個會議", ["【待補：縣名】", "某某"]),
    ],
)
def test_what_is_a_mask_and_what_is_not(text, masks):
    assert [mask.passage.text for mask in find_masks(source_of(text))] == masks


def test_masks_of_one_text_are_counted_by_themselves():
    found = find_masks(source_of("××和**，××和**，××"))
    assert [(mask.passage.text, mask.order) for mask in found] == [
        ("××", 1), ("**", 1), ("××", 2), ("**", 2), ("××", 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("place", "now"),
    [
        (Span(0, 1), "在"),
        (Span(1, 3), "青山"),
        (Span(3, 4), "县"),
        (Span(0, 7), "在青山县的讲话"),
        (Span(8, 24), "推进法治建设局建设，建设局要努力，"),
    ],
)
def test_a_place_goes_along_with_its_words(place, now):
    filling = filled("××=青山", "**=建设局")
    span = filling.span(place)
    text = filling.source.text[span.start : span.end]
    assert text == now or text.startswith(now[:4])


def test_a_place_inside_a_mask_stays_inside_its_name():
    filling = filled("××=青")
    assert filling.span(Span(2, 3)) == Span(2, 2)
    filling = filled("××=青山绿水")
    assert filling.offset(2) == 2
    assert filling.offset(3) == 5


def test_a_mask_may_be_emptied():
    filling = filled("某某=")
    assert "努力，同志负责" in filling.source.text


@pytest.mark.parametrize(
    ("fills", "text", "spans", "now"),
    [
        # Words of the speech at their place: by their numbers.
        (["**#1=甲", "**#2=乙"], "法治**建设，**要努力", [Span(10, 22)], "法治甲建设，乙要努力"),
        (["**#2=乙"], "**要努力", [Span(17, 22)], "乙要努力"),
        # Words of an editor: only a fill for all fits.
        (["**#1=甲"], "编者的**", [], "编者的**"),
        (["**=甲"], "编者的**", [], "编者的甲"),
        (["**=甲", "**#1=乙"], "编者的**", [], "编者的甲"),
        # Words that were edited have other masks than their place.
        (["**#1=甲", "**=乙"], "**和**和**", [Span(12, 16)], "乙和乙和乙"),
        (["**=甲"], "没有掩去的", [], "没有掩去的"),
    ],
)
def test_a_text_of_a_brief_is_filled_as_its_place_was(fills, text, spans, now):
    assert filled(*fills).text(text, spans) == now


def test_a_mask_that_only_an_editor_wrote_may_be_filled_for_all():
    assert filled("【待补：人】=张三", others=["请【待补：人】负责"]).text("【待补：人】负责") == "张三负责"
    with pytest.raises(UsageError, match="没有掩去的"):
        filled("【待补：人】#1=张三", others=["请【待补：人】负责"])


def test_the_masks_that_may_be_filled_are_listed_with_those_of_an_editor():
    with pytest.raises(UsageError) as caught:
        filled("没有=张三", others=["请【待补：人】和**负责"])
    assert caught.value.hint == "可以填的有：××（1 处）、**（2 处）、某某（1 处）、【待补：人】"


def test_the_marks_of_bold_around_a_mask_stay():
    source = parse_bytes("# 讲话\n**××县**要抓好**落实**。\n".encode(), "讲话.md", "讲话")
    after = fill_masks(source, [parse_fill("××=青山")])
    assert after.written == "# 讲话\n**青山县**要抓好**落实**。\n"
    assert [after.text[one.start : one.end] for line in after.lines for one in line.strong] == [
        "青山县",
        "落实",
    ]


@pytest.mark.parametrize(
    "given_",
    ["**#=某县", "#2=某县", "  =某县", "某县", "**=某\x00县", "**=某\ud800县", "**#00=甲"],
)
def test_what_a_fill_cannot_be_is_called_wrongly_or_is_no_mask(given_):
    with pytest.raises(UsageError) as caught:
        fill_masks(source_of(TEXT), [parse_fill(given_)])
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 2


@given(st.text("×*某待补【】：县市要抓好，。\nX1", max_size=60), st.text("青山绿水×*", max_size=6))
def test_filling_changes_the_masks_that_are_named_and_nothing_else(text, name):
    source = source_of(text)
    masks = find_masks(source)
    fills = [MaskFill(mask.passage.text, mask.order, name) for mask in masks]
    filling = Filling.of(source, fills=fills)
    pieces, at = [], 0
    for mask in masks:
        pieces += [text[at : mask.passage.span.start], name]
        at = mask.passage.span.end
    assert filling.source.text == "".join([*pieces, text[at:]])
    lines = [filling.source.text[one.span.start : one.span.end] for one in filling.source.lines]
    assert lines == filling.source.text.split("\n")
