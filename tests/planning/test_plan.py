"""The deck as a whole: as long as the speech deserves, nothing lost, nothing twice, nothing amiss."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckcheck import LAYOUTS, bare, bodies, faults, shown_text, slides, text_of, title_of, torn, untold
from deckplans import LENGTHS, SPEECHES, deck_of, full, read_brief_of, under
from reportgen.planning.deck import overflows, to_text
from reportgen.planning.deck.allotting import slides_of
from reportgen.planning.length import Degree, Length, characters
from reportgen.rendering.pptx import read_layouts
from reportgen.themes import shipped

LOOKS = [theme.template(name) for theme in shipped() for name in ("deck.pptx", "deck-4x3.pptx")]


@pytest.mark.parametrize("name", SPEECHES)
def test_nothing_is_amiss_at_any_length(name):
    brief = read_brief_of(name)
    for length in LENGTHS:
        deck = deck_of(brief, length)
        assert list(faults(brief, deck)) == []
        assert list(torn(brief, deck)) == []


@pytest.mark.parametrize("look", LOOKS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_nothing_overflows_in_any_look(look):
    layouts = read_layouts(look)
    for name in SPEECHES:
        for degree in Degree:
            brief = read_brief_of(name)
            deck = deck_of(brief, Length(degree), layouts)
            assert overflows(deck, layouts) == 0
            assert list(faults(brief, deck, layouts)) == []


@pytest.mark.parametrize("name", SPEECHES)
def test_a_deck_has_about_as_many_slides_as_its_speech_deserves(name):
    brief = read_brief_of(name)
    assert abs(len(deck_of(brief).slides) - slides_of(characters(brief.document))) <= 2


@pytest.mark.parametrize("name", SPEECHES)
def test_so_many_slides_as_are_asked_for_or_one_more_or_less(name):
    brief = read_brief_of(name)
    for count in (5, 6, 7, 8):
        assert abs(len(deck_of(brief, Length(slides=count)).slides) - count) <= 1


@pytest.mark.parametrize("name", SPEECHES)
def test_more_slides_than_there_is_to_say_are_not_made(name):
    brief = read_brief_of(name)
    counts = [len(deck_of(brief, Length(slides=count)).slides) for count in (10, 40, 300)]
    assert max(counts) <= 40


@pytest.mark.parametrize("name", SPEECHES)
def test_the_brief_deck_is_shorter_and_the_full_one_longer(name):
    brief = read_brief_of(name)
    short, middle, long = (len(deck_of(brief, Length(degree)).slides) for degree in Degree)
    assert short <= middle < long


@pytest.mark.parametrize("name", SPEECHES)
def test_at_full_length_every_measure_and_goal_is_said(name):
    brief = read_brief_of(name)
    assert list(untold(brief, deck_of(brief, Length(Degree.FULL)))) == []


@pytest.mark.parametrize("name", SPEECHES)
def test_a_deck_comes_out_the_same_each_time(name):
    brief = read_brief_of(name)
    assert to_text(deck_of(brief)) == to_text(deck_of(brief))


@pytest.mark.parametrize("name", SPEECHES)
def test_slides_of_one_part_of_the_file_stand_together(name):
    for degree in Degree:
        parts = [slide.section for slide in deck_of(read_brief_of(name), Length(degree)).slides]
        runs = [one for at, one in enumerate(parts) if not at or parts[at - 1] != one]
        assert len(runs) == len(set(runs))
        assert (runs[0], runs[-1]) == ("开篇", "结尾")


TWO = under(
    "一、抓项目\n要建立项目台账，按月调度进度。要压缩审批时限，推行容缺受理。\n"
    "二、抓落实\n要严格考核奖惩，定期通报结果。要加强督促检查，及时解决问题。"
)


def test_a_deck_begins_with_its_cover_and_ends_with_its_closing():
    for length in LENGTHS:
        layouts = [slide.layout for slide in deck_of(TWO, length).slides]
        assert (layouts[0], layouts[-1]) == ("cover", "closing")
        assert layouts.count("cover") == layouts.count("closing") == 1


def test_no_slide_does_nothing_but_name_a_section():
    for length in LENGTHS:
        for slide in slides(deck_of(TWO, length), "section"):
            assert any(fill.slot.startswith("条") for fill in slide.fills)


def test_few_slides_are_spent_on_sections_and_not_on_tables():
    deck = deck_of(TWO, Length(slides=4))
    assert not slides(deck, "table")
    assert bodies(deck)


def test_a_speech_that_assigns_work_has_one_slide_of_tasks():
    assigned = under(
        "一、抓项目\n县发改局要建立项目台账，6月底前完成。\n二、抓资金\n县财政局要兑付补贴资金，9月底前到位。\n"
        "三、抓落实\n县委督查室要逐项检查，年底前通报结果。"
    )
    assert len(slides(deck_of(assigned), "table")) == 1


def test_a_speech_of_one_sentence_has_a_deck_all_the_same():
    for length in LENGTHS:
        assert deck_of("在会上的讲话\n抓好落实。\n", length).slides[0].layout == "cover"


def test_words_that_are_said_twice_stand_on_the_slides_of_sections_once():
    said = "要加强组织领导，压实工作责任。要完善考核办法，推动工作落实。"
    deck = full(
        under(
            f"一、抓项目\n{said}要建立项目台账。要推行容缺受理。\n二、抓服务\n{said}要开展上门服务。要公开办事指南。"
        )
    )
    body = "".join(para.text for slide in bodies(deck) for fill in slide.fills for para in fill.paras)
    assert body.count("完善考核办法") == 1


def test_every_point_of_a_section_of_many_points_is_named():
    points = "".join(f"（{n}）抓好第{n}类工作落实\n要建立第{n}本台账。\n" for n in "一二三四五六七八九十")
    points += "".join(f"（十{n}）抓好第十{n}类工作落实\n要建立第十{n}本台账。\n" for n in "一二三四五六")
    brief_text = under(f"一、抓落实\n{points}二、抓考核\n要严格奖惩。要定期通报。")
    for degree in (Degree.STANDARD, Degree.FULL):
        text = "".join(shown_text(deck_of(brief_text, Length(degree))))
        assert all(f"抓好第十{n}类工作落实" in text for n in "一二三四五六")


def test_a_footer_too_long_for_its_line_gives_way():
    long = "关于进一步优化营商环境推动民营经济高质量发展若干政策措施落实情况和下一步工作打算的报告"
    deck = deck_of(under("一、抓项目\n要建立台账。要按月调度。\n二、抓落实\n要严格考核。要定期通报。", long))
    assert not any(len(slide.footer) > 45 for slide in deck.slides)


HAN = "发展改革民生法治教育卫生农业工业城乡建设环境治理服务保障创新开放安全稳定责任落实"


@st.composite
def speeches(draw):
    """Speeches of up to nine sections with up to six points, whole paragraphs or one line each."""
    words = st.text(HAN, min_size=2, max_size=24)
    rows = []
    for one in "一二三四五六七八九"[: draw(st.integers(0, 9))]:
        rows.append(f"{one}、{draw(words)}")
        rows += [f"要{draw(words)}，确保{draw(words)}。" for _ in range(draw(st.integers(0, 3)))]
        for two in "一二三四五六"[: draw(st.integers(0, 6))]:
            rows.append(f"（{two}）{draw(words)}")
            rows += [f"要{draw(words)}。让{draw(words)}。" for _ in range(draw(st.integers(0, 3)))]
    return under("\n".join(rows or ["抓好落实。"]))


@settings(max_examples=25)
@given(speeches(), st.sampled_from(LENGTHS))
def test_no_shape_of_a_speech_makes_a_deck_overflow_or_repeat_itself(text, length):
    deck = deck_of(text, length)
    assert overflows(deck, LAYOUTS) == 0
    titles = [title_of(slide) for slide in deck.slides[1:-1]]
    assert len(titles) == len(set(titles))


def test_what_is_known_of_the_occasion_stands_on_the_cover():
    facts = {"title": "在协调会上的讲话", "speaker": "张三", "unit": "县住建局", "date": "2024年3月5日"}
    cover = deck_of(TWO, **facts).slides[0]
    assert bare(text_of(cover, "标题")) == "在协调会上的讲话"
    assert text_of(cover, "落款") == "协调会\n县住建局\u3000张三\n2024年3月5日"
