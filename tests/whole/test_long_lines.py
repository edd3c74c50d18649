"""Headings, lines and measures of any length: all are planned, and cut where a slide ends."""

import re
from pathlib import Path

import pytest

from deckcheck import LAYOUTS, faults
from reportgen.briefing import outline
from reportgen.building import build
from reportgen.cli import main
from reportgen.errors import SourceError
from reportgen.options import Options
from reportgen.outline.limits import MOST_HEADINGS
from reportgen.planning.checklist import plan_checklist
from reportgen.planning.deck import plan_deck
from reportgen.planning.facts import Facts
from reportgen.planning.handout import plan_handout
from reportgen.products import USUAL
from speech import brief_of

HEAD = "在全县重点工作推进会上的讲话\n\n同志们：\n今天我们召开会议，要全面推进各项重点工作。\n"
NAMES = ("优化营商环境", "推进乡村振兴", "加强基层治理", "深化产业升级", "完善民生保障")
LONG = {
    "words": "".join(NAMES) * 15,
    "very long": "".join(NAMES) * 200,
    "Latin word": "abcdefgh" * 50,
    "digits": "1234567890" * 40,
    "masks": "【待补：单位名称】" * 40,
    "quotation": "“" + "".join(NAMES) * 15 + "”",
    "clauses": "，".join(NAMES * 15),
    "blanks": "推进" + " " * 400 + "建设",
    "closing marks": "推进" + "）" * 400,
}
PLACES = {
    "heading": "一、{long}\n切实把各项工作抓紧抓好。\n二、抓好落实\n加强督促检查，健全工作机制。",
    "point": "一、抓好落实\n（一）{long}\n切实把工作抓好。\n（二）推进建设\n加强督促检查，健全机制。",
    "measure": "一、抓好落实\n推进{long}建设。加强督促检查，健全工作机制。",
    "no outline": "{long}\n加强督促检查，健全工作机制。",
}


def brief_with(body):
    return brief_of(f"{HEAD}{body}\n谢谢大家。\n")


class TestLongLines:
    @pytest.mark.parametrize("place", PLACES)
    @pytest.mark.parametrize("long", LONG)
    def test_deck_is_planned_and_nothing_overflows(self, long, place):
        brief = brief_with(PLACES[place].format(long=LONG[long]))
        deck = plan_deck(brief, Facts(), LAYOUTS)
        amiss = [fault for fault in faults(brief, deck) if "overflows" in fault or "off the slide" in fault]
        assert amiss == []

    @pytest.mark.parametrize("long", LONG)
    def test_title_speaker_and_caption_of_any_length_overflow_nothing(self, long):
        brief = brief_with(PLACES["heading"].format(long="抓好落实"))
        facts = Facts(title=LONG[long], speaker=LONG[long], unit=LONG[long])
        deck = plan_deck(brief, facts, LAYOUTS)
        assert [fault for fault in faults(brief, deck) if "overflows" in fault] == []

    @pytest.mark.parametrize("long", LONG)
    def test_handout_holds_the_whole_heading(self, long):
        brief = brief_with(PLACES["heading"].format(long=LONG[long]))
        heading = "".join(brief.parts[0].heading.text.split())
        row = next(one for one in plan_handout(brief, Facts()).digest if one.heading)
        told = "".join((row.heading + row.tail).split())
        assert re.sub("[，；：]", "", heading) in re.sub("[，；：]", "", told)

    def test_heading_taller_than_its_slide_ends_with_dots_there(self):
        brief = brief_with(PLACES["heading"].format(long=LONG["very long"]))
        section = next(s for s in plan_deck(brief, Facts(), LAYOUTS).slides if s.layout == "section")
        assert any(para.text.endswith("……") for fill in section.fills for para in fill.paras)

    @pytest.mark.parametrize("long", ["words", "Latin word", "masks"])
    def test_files_are_found_to_say_what_the_speech_says(self, tmp_path: Path, long):
        path = tmp_path / "s.txt"
        path.write_text(f"{HEAD}{PLACES['heading'].format(long=LONG[long])}\n谢谢大家。\n", "utf-8")
        assert len(build(path, Options(tmp_path / "out")).outputs) == len(USUAL)


class TestManyHeadings:
    def test_more_than_the_limit_is_told_with_what_to_do(self, tmp_path: Path):
        rows = "\n".join(f"（一）{NAMES[number % 5]}\n加强督促检查。" for number in range(MOST_HEADINGS + 1))
        path = tmp_path / "s.txt"
        path.write_text(f"{HEAD}一、抓好落实\n{rows}\n", "utf-8")
        with pytest.raises(SourceError, match=f"最多处理 {MOST_HEADINGS} 个。请把文件拆成几份"):
            outline(path)

    def test_deck_of_very_many_points_lists_the_sections_and_keeps_the_text_in_notes(self):
        numerals = ("一", "二", "三", "四", "五", "六", "七", "八", "九")
        points = (f"（{numerals[n % 9]}）{NAMES[n % 5]}第{n}项\n加强督促检查。" for n in range(2000))
        deck = plan_deck(brief_with("一、抓好落实\n" + "\n".join(points)), Facts(), LAYOUTS)
        notes = "".join(note for slide in deck.slides for note in slide.notes)
        assert len(deck.slides) < 20
        assert all(f"{NAMES[n % 5]}第{n}项" in notes for n in range(2000))


class TestLongMeasure:
    def test_checklist_cuts_what_no_cell_holds_and_the_handout_has_all(self):
        brief = brief_with("一、抓好落实\n" + "要完善" + "".join(NAMES) * 1200 + "的管理制度，加强日常巡查。")
        measure = max((entry.measure for entry in plan_checklist(brief, Facts()).entries), key=len)
        assert len(measure) < 32_767
        assert measure.endswith("……")
        original = "".join(block.text for block in plan_handout(brief, Facts()).original)
        assert "".join(NAMES) * 1200 in original


def test_a_speech_too_long_to_be_built_is_told_before_the_work_and_still_checked(tmp_path, capsys):
    path = tmp_path / "讲话.txt"
    path.write_text("在会上的讲话\n\n同志们：\n" + "建立工作台账，落实工作责任。\n" * 7000, "utf-8")
    assert main(["build", str(path), "-o", str(tmp_path / "out")]) == 1
    assert "最多 80000 字" in capsys.readouterr().err
    assert not (tmp_path / "out").exists() or list((tmp_path / "out").iterdir()) == []
    assert main(["outline", str(path)]) == 0
