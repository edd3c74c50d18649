"""落实清单 on slides: a task a row with what is most to be done; all of it where everything is said."""

import pytest

from briefscript import read_brief
from deckcheck import LAYOUTS, slides, text_of
from deckplans import SPEECHES, deck_of, full, read_brief_of, under
from reportgen.planning.deck.checklist import HEAD, checklist, first_measures
from speech import brief_of

START = "T 在会上的讲话\nP 我讲三点。\n"


def rows_of(script):
    return [row for slide in checklist(read_brief(START + script), LAYOUTS) for row in slide.table.rows]


def test_a_task_of_the_table_has_its_measures_in_one_cell():
    rows = rows_of("1 一、|抓项目|建立台账；定期通报。|建立台账；定期通报\n")
    assert rows == [("1", "抓项目", "建立台账；定期通报", "", "")]


def test_what_a_row_has_no_room_for_is_counted():
    many = "；".join(f"完善第{n}项预警信息发布和转移避险工作机制" for n in range(1, 13))
    ((_, _, measures, _, _),) = rows_of(f"1 一、|抓项目|{many}。|{many}\n")
    assert measures.endswith("（共 12 项）")
    assert measures.startswith("完善第1项预警信息发布和转移避险工作机制")


def test_a_long_table_goes_on_with_its_head_and_slides_of_different_names():
    script = "".join(f"1 第{n}，|抓好第{n}件|建立第{n}本台账。|建立第{n}本台账\n" for n in range(1, 46))
    found = list(checklist(read_brief(START + script), LAYOUTS))
    assert len(found) > 2
    assert {slide.table.head for slide in found} == {HEAD}
    titles = [text_of(slide, "标题") for slide in found]
    assert titles[:3] == ["落实清单", "落实清单（续）", "落实清单（续二）"]
    assert len(set(titles)) == len(titles)
    assert [row[0] for slide in found for row in slide.table.rows] == [str(n) for n in range(1, 46)]
    sizes = [len(slide.table.rows) for slide in found]
    assert max(sizes) - min(sizes) <= 1


WORK = under(
    "一、抓项目\n要建立项目台账。县发改局要完成立项批复，6月底前办结。\n"
    "二、抓资金\n要争取上级补助。县财政局要兑付补贴资金，9月底前到位。\n"
    "三、抓落实\n县委督查室要逐项检查，年底前通报结果。"
)


def test_on_one_slide_each_task_has_the_measure_that_says_who_or_when():
    (slide,) = slides(deck_of(WORK), "table")
    rows = slide.table.rows
    assert [row[3] for row in rows][:2] == ["县发改局", "县财政局"]
    assert len({row[0] for row in rows}) == len(rows)
    assert slide.table.head[2].startswith("首要举措（全部")


def test_owner_and_deadline_are_the_speakers_or_empty():
    for deck in (deck_of(WORK), full(WORK)):
        for slide in slides(deck, "table"):
            for row in slide.table.rows:
                assert all(not cell or cell in WORK for cell in row[3:])


def test_a_lone_task_makes_no_table_of_one_row():
    brief = read_brief(START + "1 一、|抓项目|建立台账。|建立台账\n")
    assert list(first_measures(brief, LAYOUTS, frozenset())) == []


def test_where_tasks_are_few_each_tells_whom_and_when_it_names_and_no_slide_is_nearly_empty():
    said = "县农业局要在3月底前建成示范点。县水利局要在4月底前修好渠道。县财政局要在5月底前拨付资金。"
    brief = brief_of(under(f"一、抓示范\n{said}\n二、抓巡查\n各乡镇要在9月底前查完。"))
    (slide,) = first_measures(brief, LAYOUTS, frozenset())
    assert 3 <= len(slide.table.rows) <= 6
    assert all(row[3] and row[4] for row in slide.table.rows)
    assert [row[0] for row in slide.table.rows if row[0]] == ["1", "2"]
    two = brief_of(under("一、抓示范\n县专班要在3月底前建成示范点。\n二、抓巡查\n各乡镇要在9月底前查完。"))
    assert list(first_measures(two, LAYOUTS, frozenset())) == []


@pytest.mark.parametrize("name", SPEECHES)
def test_a_deck_that_is_not_full_has_one_table_at_most(name):
    assert len(slides(deck_of(read_brief_of(name)), "table")) <= 1
