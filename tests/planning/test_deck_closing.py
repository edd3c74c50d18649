"""The slides that close a deck: numbers, set phrases, the checklist, the last words; and what overflows."""

from dataclasses import replace

import pytest

from briefscript import read_brief, read_case
from deckcheck import LAYOUTS, row_of, slides, text_of
from reportgen.planning.deck import Box, Deck, Extent, Fill, Para, Slide, overflows, plan_deck
from reportgen.planning.deck.back import checklist, closing, terms
from reportgen.planning.facts import Facts

HEAD = "T 在会上的讲话\nP 我讲三点。\n"


def spoken(body):
    """The deck of a speech of two sections, the first with this text."""
    text = f"在会上的讲话\n\n同志们：\n一、抓项目\n{body}\n二、抓落实\n抓好落实。\n"
    return plan_deck(read_case(text), Facts(), LAYOUTS)


@pytest.mark.parametrize(
    ("body", "values"),
    [
        (
            "完成投资85.6亿元。争取资金3.2亿元。化解债务1.7亿元。",
            ["85.6亿元", "3.2亿元", "1.7亿元"],
        ),
        ("完成投资85.6亿元。争取资金3.2亿元。", None),
        ("完成投资85.6亿元。争取资金3.2亿元。完成投资85.6亿元。", None),
        ("新建食堂18个，改造小区36个，培训骨干1,200人次。", None),
        ("要抓好落实。", None),
    ],
)
def test_three_numbers_that_deserve_it_make_a_slide_and_two_do_not(body, values):
    found = slides(spoken(body), "figures")
    assert ([list(row_of(slide, "数值").values()) for slide in found] or [None])[0] == values


def test_each_number_stands_with_its_clause_and_the_notes_have_its_paragraph():
    said = "完成投资85.6亿元，争取资金3.2亿元，化解债务1.7亿元。"
    (slide,) = slides(spoken(said), "figures")
    assert row_of(slide, "说明") == {1: "完成投资85.6亿元", 2: "争取资金3.2亿元", 3: "化解债务1.7亿元"}
    assert slide.notes == (said,)


def test_a_contrast_is_one_number_and_numbers_side_by_side_have_one_size():
    said = "贫困发生率由8.1%下降到0.6%。完成投资85.6亿元。争取中央和省级专项补助资金1,203.25亿元。"
    (slide,) = slides(spoken(said), "figures")
    assert row_of(slide, "数值") == {1: "8.1%→0.6%", 2: "85.6亿元", 3: "1,203.25亿元"}
    assert row_of(slide, "说明")[1] == "贫困发生率由8.1%下降到0.6%"
    assert len({fill.paras[0].level for fill in slide.fills if fill.slot.startswith("数值")}) == 1


def test_a_contrast_too_wide_beside_larger_numbers_shows_its_end_and_the_clause_says_both():
    said = "贫困发生率由8.1%下降到0.6%。完成投资85.6亿元。争取资金3.2亿元。"
    (slide,) = slides(spoken(said), "figures")
    assert row_of(slide, "数值") == {1: "0.6%", 2: "85.6亿元", 3: "3.2亿元"}
    assert row_of(slide, "说明")[1] == "贫困发生率由8.1%下降到0.6%"


@pytest.mark.parametrize(("count", "rows"), [(3, [3]), (4, [2, 2]), (5, [3, 2]), (6, [3, 3])])
def test_few_numbers_leave_no_half_of_a_slide_empty(count, rows):
    said = "".join(f"{name}区完成投资{count}{at}亿元。" for at, name in enumerate("甲乙丙丁戊己"[:count]))
    (slide,) = slides(spoken(said), "figures")
    slots = {slot.name: slot.box for slot in LAYOUTS.row("figures", "说明")}
    tops = [(fill.box or slots[fill.slot]).top for fill in slide.fills if fill.slot in slots]
    assert [tops.count(top) for top in dict.fromkeys(tops)] == rows


def test_there_are_no_more_than_six():
    said = "。".join(
        f"{name}区完成投资{number}亿元"
        for name, number in zip("甲乙丙丁戊己庚辛", range(11, 19), strict=True)
    )
    (slide,) = slides(spoken(f"{said}。"), "figures")
    assert len(row_of(slide, "数值")) == 6


def phrases(*names):
    script = HEAD + "1 一、|抓机制|" + "".join(f"落实“{name}”制度。" for name in names) + "\n"
    return script + "".join(f"K {name}|落实“{name}”制度。\n" for name in names)


@pytest.mark.parametrize(
    ("count", "cards"),
    [(1, []), (2, [2]), (3, [3]), (4, [4]), (6, [6]), (7, [4, 3]), (12, [6, 6]), (20, [6, 6])],
)
def test_set_phrases_have_cards_on_two_slides_at_most(count, cards):
    brief = read_brief(
        phrases(*(f"{name}长制" for name in "河湖林田山路桥村街楼院校厂店园区县市省国"[:count]))
    )
    found = list(terms(brief, LAYOUTS))
    assert [len(row_of(slide, "提法")) for slide in found] == cards
    assert ["（续）" in text_of(slide, "标题") for slide in found] == [n > 0 for n in range(len(found))]


def test_a_card_is_the_phrase_and_below_it_the_speakers_sentence():
    (slide,) = terms(read_brief(phrases("河长制", "林长制")), LAYOUTS)
    assert text_of(slide, "提法1") == "“河长制”\n落实“河长制”制度"
    assert text_of(slide, "标题旁注") == "原文语境"


def test_phrases_of_one_sentence_share_a_card():
    script = HEAD + "1 一、|抓机制|落实“河长制”“林长制”。推行“田长制”。\n"
    script += "K 河长制|落实“河长制”“林长制”。\nK 林长制|落实“河长制”“林长制”。\nK 田长制|推行“田长制”。\n"
    (slide,) = terms(read_brief(script), LAYOUTS)
    assert text_of(slide, "提法1").split("\n")[0] == "“河长制”“林长制”"
    assert len(row_of(slide, "提法")) == 2


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6])
def test_cards_lie_on_the_slide_beside_or_above_each_other(count):
    (slide,) = terms(read_brief(phrases(*(f"{name}长制" for name in "河湖林田山路"[:count]))), LAYOUTS)
    boxes = [fill.box or LAYOUTS.slot("terms", fill.slot).box for fill in slide.fills if "提法" in fill.slot]
    for at, one in enumerate(boxes):
        assert one.bottom <= 540
        for two in boxes[at + 1 :]:
            assert one.right <= two.left or two.right <= one.left or one.bottom <= two.top + 0.01


def table_rows(script, extent=Extent.FULL):
    return [
        row for slide in checklist(read_brief(HEAD + script), LAYOUTS, extent) for row in slide.table.rows
    ]


def test_a_task_of_the_table_has_its_measures_in_one_cell():
    rows = table_rows("1 一、|抓项目|建立台账；定期通报。|建立台账；定期通报\n")
    assert rows == [("1", "抓项目", "建立台账；定期通报", "", "")]


@pytest.mark.parametrize("extent", [Extent.FULL, Extent.PAGE, Extent.GLANCE])
def test_what_a_row_has_no_room_for_is_counted(extent):
    many = "；".join(f"完善第{n}项预警信息发布和转移避险工作机制" for n in range(1, 13))
    ((_, _, measures, _, _),) = table_rows(f"1 一、|抓项目|{many}。|{many}\n", extent)
    flat = measures.replace("\n", "")
    assert flat.endswith("（共 12 项）")
    assert flat.startswith("完善第1项预警信息发布和转移避险工作机制")


def test_a_long_table_goes_on_with_its_head_and_its_name():
    script = "".join(f"1 第{n}，|抓好第{n}件|建立第{n}本台账。|建立第{n}本台账\n" for n in range(1, 31))
    found = list(checklist(read_brief(HEAD + script), LAYOUTS))
    assert len(found) > 1
    assert {slide.table.head for slide in found} == {("序号", "重点任务", "具体举措", "责任单位", "完成时限")}
    assert [text_of(slide, "标题") for slide in found] == ["落实清单"] + ["落实清单（续）"] * (len(found) - 1)
    assert [row[0] for slide in found for row in slide.table.rows] == [str(n) for n in range(1, 31)]
    sizes = [len(slide.table.rows) for slide in found]
    assert max(sizes) - min(sizes) <= 1


@pytest.mark.parametrize(
    ("last", "said"),
    [
        ("谢谢大家！", "谢谢大家"),
        ("我的发言完了。", "我的发言完了"),
        ("让我们携手奋进！", "让我们携手奋进"),
        ("同志们，让我们更加紧密地团结起来，奋力谱写新篇章！", "谢谢"),
        ("", "谢谢"),
    ],
)
def test_the_last_slide_has_the_speakers_own_short_last_words(last, said):
    slide = closing(read_brief(HEAD + (f"C {last}\n" if last else "")), LAYOUTS)
    assert text_of(slide, "标题").replace("\n", "") == said
    assert slide.notes == ((last,) if last else ())


def test_below_them_stands_the_thesis_or_its_last_clause():
    script = "T 在会上的讲话\nP 要坚持生命至上，全力打赢防汛硬仗。\nX 要坚持生命至上，全力打赢防汛硬仗\n"
    assert (
        text_of(closing(read_brief(script), LAYOUTS), "副标题").replace("\n", "")
        == "要坚持生命至上，全力打赢防汛硬仗"
    )
    long = "要" + "深入学习贯彻会议精神全面落实各项部署" * 6 + "，全力打赢防汛硬仗"
    script = f"T 在会上的讲话\nP {long}。\nX {long}\n"
    assert text_of(closing(read_brief(script), LAYOUTS), "副标题").replace("\n", "") == "全力打赢防汛硬仗"


def deck(*slides):
    return Deck("在会上的讲话", slides)


def test_a_deck_whose_words_fit_overflows_nowhere():
    assert overflows(spoken("新建食堂18个，改造小区36个，培训骨干1,200人次。"), LAYOUTS) == 0
    assert overflows(deck(), LAYOUTS) == 0


@pytest.mark.parametrize(
    ("text", "box", "count"),
    [
        ("抓项目", None, 0),
        ("抓项目" * 60, None, 1),
        ("抓\n项\n目\n抓\n落\n实", None, 1),
        ("抓项目", Box(0, 0, 600, 10), 1),
        ("抓项目" * 60, Box(0, 0, 600, 900), 0),
    ],
)
def test_a_box_too_small_for_its_words_is_counted(text, box, count):
    slide = Slide("section", (Fill("标题", (Para(text),), box),))
    assert overflows(deck(slide), LAYOUTS) == count
    assert overflows(deck(slide, slide), LAYOUTS) == 2 * count


def test_a_row_too_low_for_its_words_and_a_table_too_tall_for_its_box_are_counted():
    (good,) = checklist(read_brief(HEAD + "1 一、|抓项目|建立台账。|建立台账\n"), LAYOUTS)
    assert overflows(deck(good), LAYOUTS) == 0
    table = good.table
    low = replace(table, rows=(("1", "抓项目", "建立台账" * 60, "", ""),))
    assert overflows(deck(replace(good, table=low)), LAYOUTS) == 1
    flat = replace(table, box=replace(table.box, height=table.box.height - 5))
    assert overflows(deck(replace(good, table=flat)), LAYOUTS) == 1
