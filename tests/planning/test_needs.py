"""What a template lacks is told at once and whole, each name with the one that was probably meant."""

import pytest

from reportgen.errors import TemplateError
from reportgen.planning.deck.needs import NEEDED, lacking
from reportgen.planning.deck.slides import Box, Layouts, Slot


def offered(*without, **more):
    """All layouts with all placeholders but some (``layout`` or ``layout.placeholder``), and others."""
    found = {
        layout: [name for name in names if f"{layout}.{name}" not in without]
        for layout, names in NEEDED.items()
        if layout not in without
    }
    return found | more


def test_a_whole_template_lacks_nothing():
    assert lacking(offered(), "cover") == ""


@pytest.mark.parametrize(
    ("without", "more", "told"),
    [
        (["cover.落款"], {}, "版式“cover”缺少占位符“落款”"),
        (["closing"], {}, "幻灯片模板缺少版式“closing”"),
        (["closing"], {"Closing ": []}, "幻灯片模板缺少版式“closing”（是否写成了“Closing ”）"),
        (["cover.落款", "closing.标题"], {}, "版式“cover”缺少占位符“落款”；版式“closing”缺少占位符“标题”"),
    ],
)
def test_each_thing_that_is_missing_is_named(without, more, told):
    found = lacking(offered(*without, **more), "cover")
    assert found.partition("；模板现有版式")[0] == told


def test_a_name_like_the_missing_one_is_offered():
    layouts = offered("cover.副标题")
    layouts["cover"] = [*layouts["cover"], "付标题"]
    assert lacking(layouts, "cover") == "版式“cover”缺少占位符“副标题”（是否写成了“付标题”）"


def test_where_a_layout_is_missing_those_that_are_there_are_listed():
    assert lacking({}, "cover").endswith("模板现有版式：一个也没有")
    found = lacking({"封面": [], "正文": []}, "cover")
    assert found.endswith("模板现有版式“封面”“正文”")
    many = lacking({f"版式{number}": [] for number in range(60)}, "cover")
    assert many.endswith("“版式19”等 60 个")
    assert "“版式20”" not in many.rpartition("模板现有版式")[2]


def layouts_of(**slots):
    box = Box(0, 0, 10, 10)
    return Layouts(
        "模板.pptx",
        {
            name: {one: Slot(one, at, box, (0, 0, 0, 0), ()) for at, one in enumerate(row)}
            for name, row in slots.items()
        },
    )


def test_a_slot_that_is_not_there_raises_what_the_template_lacks():
    full = layouts_of(**offered("list.圆号1"))
    with pytest.raises(TemplateError) as told:
        full.slot("list", "圆号1")
    assert str(told.value).startswith("模板.pptx：版式“list”缺少占位符“圆号1”。请在幻灯片母版里补上")


def test_numbered_slots_come_in_their_order_up_to_the_first_gap():
    found = layouts_of(list=["条1", "条2", "条4", "条3", "条6"]).row("list", "条")
    assert [one.name for one in found] == ["条1", "条2", "条3", "条4"]
    with pytest.raises(TemplateError):
        layouts_of(list=["条2"]).row("list", "条")
