"""Text is measured and broken as a reader would want it."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from golden import Golden, rows
from reportgen.analysis.segmentation import PLAIN
from reportgen.planning.breaks import break_heading
from reportgen.planning.lines import NO_END, NO_START, text_width, wrap

FIXTURE = Path(__file__).parents[1] / "fixtures" / "planning" / "headings.tsv"
CASES = [(*cells, expected) for cells, expected in rows(FIXTURE, "\t")]
HAN = "在县委理论学习中心组专题研讨会上的发言突出为民惠民法治，。、：；！？“”（）《》"
han_text = st.text(st.sampled_from(HAN), min_size=1, max_size=60)
plain_text = st.text(st.sampled_from(HAN + "ab 12%.X"), max_size=80)


@pytest.mark.parametrize(("heading", "width", "expected"), CASES)
def test_heading_breaks_by_sense(heading: str, width: str, expected: Golden, golden) -> None:
    golden(expected, ["|".join(break_heading(heading, float(width), PLAIN, 3))])


@given(
    st.text(
        st.sampled_from("在县委理论学习中心组专题研讨会上的发言突出为民惠民法治"), min_size=8, max_size=40
    )
)
def test_heading_lines_fit_end_at_words_and_lose_nothing(text: str) -> None:
    lines = break_heading(text, 12, PLAIN, 4)
    assert "".join(lines) == text
    assert all(text_width(line) <= 12 for line in lines)
    assert all(len(line) >= 2 for line in lines)
    if len(lines) > 1:
        offset = 0
        for line in lines[:-1]:
            offset += len(line)
            assert offset in PLAIN.ends(text)


@given(plain_text, st.floats(4, 40), st.floats(0, 2))
def test_wrapping_loses_nothing(text: str, width: float, indent: float) -> None:
    lines = wrap(text, width, indent)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(han_text, st.floats(6, 30))
def test_no_line_is_wider_than_its_column(text: str, width: float) -> None:
    assert all(text_width(line) <= width for line in wrap(text, width))


@given(st.text(st.sampled_from("甲乙丙丁，。、"), max_size=60))
def test_marks_keep_off_the_wrong_end(text: str) -> None:
    while any(a in NO_START and b in NO_START for a, b in pairwise(text)):
        text = "".join(c for i, c in enumerate(text) if not (i and c in NO_START and text[i - 1] in NO_START))
    for line in wrap(text.lstrip("，。、"), 8)[1:]:
        assert not line or line[0] not in NO_START
        assert not line or line[-1] not in NO_END


def test_han_is_one_em_and_latin_less() -> None:
    assert text_width("法治“建设”") == 6
    assert 1 < text_width("2026") < 2.8
