"""Running text is measured with the gaps that programs leave between scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.planning.lines import text_width, with_gaps, without_gaps


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
