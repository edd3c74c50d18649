"""Running text ends well, and is measured with the gaps that programs leave between scripts."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from golden import rows
from reportgen.analysis.segmentation import PLAIN
from reportgen.planning.breaks import without_orphan
from reportgen.planning.lines import text_width, with_gaps, without_gaps, wrap

FIXTURE = Path(__file__).parents[1] / "fixtures" / "planning" / "orphans.tsv"
CASES = [(*cells, expected) for cells, expected in rows(FIXTURE, "\t")]
WORDS = ["全面", "推进", "乡村", "振兴", "加强", "基层", "治理", "能力", "建设", "高质量", "发展", "一网通办"]
WORDS += ["，", "、", "。", "“", "”", "7.5%", "2024年", "的", "和"]
running = st.lists(st.sampled_from(WORDS), max_size=40).map("".join)


@pytest.mark.parametrize(("text", "width", "expected"), CASES)
def test_no_paragraph_ends_with_a_forgotten_glyph(text, width, expected, golden):
    golden(expected, ["|".join(wrap(without_orphan(text, float(width), PLAIN), float(width)))])


@given(running, st.floats(6, 30))
def test_one_break_at_most_is_put_in_at_a_words_end_and_nothing_is_lost(text, width):
    head, newline, tail = without_orphan(text, width, PLAIN).partition("\n")
    assert head + tail == text
    if newline:
        assert "\n" not in tail
        assert text_width(tail) > 2
        # Where a word ends depends on what stands around it; the break was looked for in the last two lines.
        last_two = text[text.rfind(wrap(text, width)[-2]) :]
        assert len(last_two) - len(tail) in PLAIN.ends(last_two)


@given(running, st.floats(6, 30))
def test_saving_an_orphan_costs_no_line(text, width):
    assert len(wrap(without_orphan(text, width, PLAIN), width)) == len(wrap(text, width))


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("2024年", "2024|年"),
        ("增长7.5%以上", "增长|7.5%|以上"),
        ("第A类", "第|A|类"),
        ("GDP增长", "GDP|增长"),
        ("5G基站", "5G|基站"),
        ("“5G”", "“5G”"),
        ("2024 年", "2024 年"),
        ("全面推进", "全面推进"),
        ("", ""),
    ],
)
def test_a_gap_stands_where_scripts_meet(text, gaps):
    assert with_gaps(text).replace("\u2005", "|") == gaps


@given(st.text(st.sampled_from("全面推进2024A%，。 “”\n")))
def test_gaps_come_out_again_and_only_widen(text):
    assert without_gaps(with_gaps(text)) == text
    assert text_width(with_gaps(text)) >= text_width(text)
