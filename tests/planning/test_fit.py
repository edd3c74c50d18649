"""Text measured against its box: what fits, where it breaks, what is cut, and whose words the end are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.planning.deck import Box, Para
from reportgen.planning.deck.fit import (
    alike,
    at_some_level,
    by_clause,
    by_sense,
    cut_short,
    first_by_sense,
    fits,
    height,
    in_any_case,
    on_one_line,
    one_line,
    room,
)
from reportgen.planning.deck.slides import Level, Slot
from reportgen.planning.wording import CONTINUED, EDITORS

LEVELS = (Level(20, 28), Level(16, 22, before=4), Level(12, 17, before=3, indent=12))
HEADING = "深入推进产业转型升级，加快构建现代化产业体系"


def slot(width, tall, levels=LEVELS, insets=(0, 0, 0, 0)):
    return Slot("位", 1, Box(0, 0, width, tall), insets, levels)


def test_a_line_has_room_for_its_width_without_insets_and_bullet():
    wide = slot(200, 100, insets=(10, 5, 10, 5))
    assert room(wide, 0) == pytest.approx(180 * 0.97 / 20)
    assert room(wide, 2) == pytest.approx((180 - 12) * 0.97 / 12)
    assert room(wide, 0, Box(0, 0, 100, 50)) == pytest.approx(80 * 0.97 / 20)


def test_paragraphs_take_their_lines_the_space_between_them_and_the_insets():
    tall = slot(1000, 100, insets=(0, 5, 0, 7))
    assert height([Para("一行")], tall) == 28 + 12
    assert height([Para("一行"), Para("又一行", 1)], tall) == 28 + 4 + 22 + 12
    assert height([Para("一行", 1)], tall) == 22 + 12  # none above the first
    assert height([Para("两\n行")], tall) == 2 * 28 + 12
    assert height([Para("字" * 30)], slot(200, 100)) == 4 * 28


@pytest.mark.parametrize(("tall", "fitting"), [(28, True), (27.95, True), (27, False), (56, True)])
def test_what_is_a_hair_too_tall_still_fits(tall, fitting):
    assert fits([Para("一行")], slot(1000, tall)) is fitting


def test_a_heading_takes_the_largest_type_that_holds_it():
    assert by_sense("强化保障", slot(200, 28)) == Para("强化保障", 0)
    found = by_sense(HEADING, slot(300, 48))
    assert found.level == 1
    assert found.text.replace("\n", "") == HEADING
    assert by_sense(HEADING, slot(60, 30)) is None
    assert by_sense(HEADING, slot(300, 48), levels=[0]) is None


def test_lines_of_a_heading_end_with_a_mark_where_some_size_allows_it():
    found = by_clause(HEADING, slot(260, 60))
    assert found.text.split("\n")[0].endswith("，")


def test_the_first_slot_that_takes_a_heading_is_told_with_it():
    small, large = slot(60, 30), slot(600, 60)
    assert first_by_sense(HEADING, [small, large])[0] is large
    assert first_by_sense(HEADING, [small]) is None


texts = st.lists(
    st.sampled_from(["推进", "产业", "转型升级", "，", "构建", "现代化", "体系", "5G", "。", "“放管服”"]),
    min_size=1,
    max_size=40,
).map("".join)


@settings(deadline=None, max_examples=60)
@given(texts, st.floats(120, 400), st.floats(30, 200))
def test_broken_by_sense_a_heading_loses_nothing_and_fits(text, width, tall):
    where = slot(width, tall)
    found = by_sense(text, where)
    if found is not None:
        assert "".join(found.text.split()) == "".join(text.split())
        assert fits([found], where)


@settings(deadline=None, max_examples=60)
@given(texts, st.sampled_from(["", EDITORS, CONTINUED, EDITORS + CONTINUED]))
def test_in_any_case_something_fits_and_an_editor_keeps_his_mark(text, mark):
    where = slot(160, 40)
    found = in_any_case(text + mark, where)
    assert fits([found], where)
    plain = found.text.replace("\n", "")
    assert plain.endswith(mark)
    if plain != text + mark:
        assert plain.endswith(f"……{mark}")
        assert text.startswith(plain.removesuffix(mark).removesuffix("……"))


@settings(deadline=None, max_examples=60)
@given(texts.map(lambda text: text * 3), st.sampled_from(["", EDITORS]))
def test_running_text_is_cut_as_late_as_can_be(text, mark):
    where, box = slot(200, 60), Box(0, 0, 200, 51)
    found = cut_short(text + mark, where, box)
    assert fits([Para(found, 2)], where, box)
    assert found == text + mark or found.endswith(f"……{mark}")
    if found != text + mark:
        kept = found.removesuffix(mark).removesuffix("……")
        assert text.startswith(kept)
        longer = text[: len(kept) + 4].rstrip("，、；：。\n ") + "……" + mark
        assert len(longer) <= len(found) + 1 or not fits([Para(longer, 2)], where, box)


def test_several_texts_share_the_first_level_at_which_all_fit():
    lines = ["推进产业转型升级", "构建现代化体系"]
    assert [para.level for para in at_some_level(lines, slot(400, 60))] == [0, 0]
    assert [para.level for para in at_some_level(lines, slot(400, 50))] == [1, 1]
    assert at_some_level(lines, slot(400, 20)) is None


@pytest.mark.parametrize(
    ("text", "width", "level"),
    [
        ("强化保障", 200, 0),
        ("推进产业转型升级工作", 200, 1),
        ("推进产业转型升级工作和保障", 200, 2),
        ("字" * 40, 200, None),
    ],
)
def test_one_line_at_the_largest_size_that_gives_it(text, width, level):
    found = on_one_line(text, slot(width, 30))
    assert (found and found.level) == level


def test_a_vertical_tab_breaks_a_line():
    assert one_line("强化保障", slot(200, 30))
    assert not one_line("强化\v保障", slot(200, 30))


def test_texts_side_by_side_have_the_size_at_which_the_longest_fits():
    boxes = [Box(0, 0, 100, 28), Box(0, 0, 200, 28)]
    assert alike(["四个汉字", "四个汉字"], slot(0, 0), boxes) == (Para("四个汉字", 0), Para("四个汉字", 0))
    assert {para.level for para in alike(["共有六个汉字", "字"], slot(0, 0), boxes)} == {1}
    assert alike(["字" * 30, "字"], slot(0, 0), boxes) is None
    assert alike([], slot(0, 0), []) == ()


TITLES = [
    "深入推进产业转型升级加快构建现代化产业体系",
    "要加快补齐城乡基础设施短板，抓紧完善基本公共服务体系",
    "抓好2024年度重点工作任务落实",
    "落实“三个一”工作机制",
]


@pytest.mark.parametrize("mark", ["（续）", "（续二）", "（续十二）", "（续二十一）", "（续一百二十一）"])
@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("width", range(150, 500, 14))
def test_the_count_of_a_titles_slides_stands_on_one_line(title, mark, width):
    for tall in (28, 56, 90):
        at = slot(width, tall)
        for para in (by_sense(title + mark, at), in_any_case(title + mark, at)):
            assert para is None or para.text.rpartition("\n")[2].endswith(mark)
            last = para.text.rpartition("\n")[2] if para else ""
            assert one_line(last, at, para.level if para else 0)
