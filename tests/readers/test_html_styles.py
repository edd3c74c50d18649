"""What styles and lists change of a page: what is hidden, numbers, line breaks, readings, quotation marks."""

import pytest

from reportgen.readers.files import parse_bytes

TEXT = ["同志们：", "今天召开会议，主要任务是总结工作，部署任务。", "要盯住堵点，逐项破解，做到事事有着落。"]
BODY = "".join(f"<p>{line}</p>" for line in TEXT)


def read(body, style=""):
    page = f"<html><head><meta charset=utf-8><style>{style}</style></head><body>{body}</body></html>"
    return parse_bytes(page.encode(), "讲话.html", "讲话")


def last(body, style=""):
    return read(BODY + body, style).text.split("\n")[len(TEXT) :]


HIDES = [
    ".x{display:none}",
    "p .y, .x { font-size: 0px !important }",
    "span.x{visibility:hidden;}",
    "i{} .x{opacity:0}",
]
SHOWS = [
    "@media print{.x{display:none}}",
    "@media (max-width:9px){.a{color:red}.x{display:none}}",
    ".x{display:none} .x{display:inline}",
    ".on .x{display:none}",
    ".x:hover{display:none}",
    "b.x{display:none}",
    "/*.x{display:none}*/",
    ".x.y{display:none}",
    ".x{font-size:12px;opacity:0.5}",
    "}}{.x{display:none",
]


@pytest.mark.parametrize("style", HIDES)
def test_words_that_a_style_sheet_hides_are_not_read(style):
    assert last("<p>要形<span class='x'>3kd乱</span>势，好。</p>", style) == ["要形势，好。"]


@pytest.mark.parametrize("style", SHOWS)
def test_a_rule_with_more_conditions_hides_nothing(style):
    assert last("<p>要形<span class='x'>不</span>势，好。</p>", style) == ["要形不势，好。"]


@pytest.mark.parametrize(
    "look",
    [
        "style='font-size:0'", "style='opacity: 0;'", "style='position:absolute; left:-9999px'", "hidden",
        "style='position:absolute;clip:rect(0 0 0 0)'", "class='sr-only'", "style='height:0;overflow:hidden'",
    ],
)  # fmt: skip
def test_words_that_nobody_sees_are_not_read(look):
    assert last(f"<p>要形<span {look}>3kd乱</span>势，好。</p>") == ["要形势，好。"]


@pytest.mark.parametrize(
    "look",
    [
        "style='opacity:.8'",
        "style='left:-9999px'",
        "aria-hidden=true",
        "class='sr'",
        "style='height:0'",
        "style='color:#fff'",
    ],
)
def test_what_may_be_seen_is_read(look):
    assert last(f"<p>要形<span {look}>不</span>势，好。</p>") == ["要形不势，好。"]


def test_a_box_without_a_size_holds_boxes_that_have_one():
    assert last('<div style="font-size:0"><span style="font-size:16px">要快，好。</span></div>') == [
        "要快，好。"
    ]


def test_a_text_that_fades_in_piece_by_piece_is_read():
    faded = "".join(f'<p style="opacity:0">{line}</p>' for line in TEXT)
    assert read(faded).text.split("\n") == TEXT


def test_hidden_sentences_are_told_and_other_hidden_words_are_not():
    source = read(f"{BODY}<p style='display:none'>转载请注明，谢谢。</p><p>要<i hidden>菜单</i>快，好。</p>")
    assert source.left_out == ("1 处看不见的文字",)


def test_words_that_a_style_prints_are_told():
    style = (
        "h3.n::before{content:counter(n) '、'} .q:after{content:'完'}"
        ".i::before{content:'\\e601'} .d:before{content:'•'}"
    )
    body = "<h3 class=n>强化保障</h3><p class=q>要快，好。</p><p class=i>要快，好。</p><p class=d>要稳。</p>"
    assert read(BODY + body, style).left_out == ("2 处由样式加上的字",)


A, B = "<li>查清底数，</li>", "<li>建好台账。</li>"


@pytest.mark.parametrize(
    ("markup", "numbers"),
    [
        (f'<ol style="list-style:none">{A}{B}</ol>', ["", ""]),
        (f'<ol class="bare">{A}{B}</ol>', ["", ""]),
        ('<ol><li style="list-style-type: none">查清底数，</li><li>建好台账。</li></ol>', ["", ""]),
        (f'<ol type="a">{A}{B}</ol>', ["a. ", "b. "]),
        (f'<ol type="I">{A}{B}</ol>', ["I. ", "II. "]),
        (f'<ol start="9" style="list-style-type:lower-roman">{A}{B}</ol>', ["ix. ", "x. "]),
        (f"<ol reversed>{A}{B}</ol>", ["2. ", "1. "]),
        ('<ol><li value="5">查清底数，</li><li>建好台账。</li></ol>', ["5. ", "6. "]),
        (f'<ol style="list-style-type: cjk-ideographic">{A}{B}</ol>', ["一、", "二、"]),
        (f'<ol style="list-style: simp-chinese-informal inside" start=10>{A}{B}</ol>', ["十、", "十一、"]),
        (f'<ol style="list-style-type: decimal-leading-zero">{A}{B}</ol>', ["01. ", "02. "]),
        (f'<ol style="list-style-type: hebrew">{A}{B}</ol>', ["1. ", "2. "]),
        (f"<ul>{A}{B}</ul>", ["", ""]),
    ],
)
def test_items_have_the_numbers_that_a_browser_prints(markup, numbers):
    wanted = [number + words for number, words in zip(numbers, ["查清底数，", "建好台账。"], strict=True)]
    assert last(markup, ".bare{list-style:none}") == wanted


@pytest.mark.parametrize(
    "own", [["1. ", "2. "], ["一、", "二、"], ["（1）", "（2）"], ["①", "②"], ["第一，", "第二，"]]
)
def test_items_that_bring_numbers_get_no_second_ones(own):
    items = [f"{number}查清底数，" for number in own]
    assert last("<ol>" + "".join(f"<li>{one}</li>" for one in items) + "</ol>") == items


def test_a_figure_in_front_of_an_item_is_no_number_of_it():
    assert last("<ol><li>1.5亿元投入，</li><li>2.5亿元贷款。</li></ol>") == [
        "1. 1.5亿元投入，",
        "2. 2.5亿元贷款。",
    ]


@pytest.mark.parametrize("way", ["pre", "pre-wrap", "pre-line", "break-spaces"])
def test_line_breaks_that_a_style_keeps_part_the_text(way):
    assert last(f'<div style="white-space:{way}">甲，\n乙。<span>丙\n丁。</span></div>') == [
        "甲，",
        "乙。丙",
        "丁。",
    ]
    assert last('<div class="k">甲，\n乙。</div>', f".k{{white-space:{way}}}") == ["甲，", "乙。"]


@pytest.mark.parametrize("way", ["normal", "nowrap"])
def test_other_line_breaks_are_none(way):
    assert last(f'<div style="white-space:{way}">甲，\n乙。</div>') == ["甲，乙。"]
    assert last(f'<pre style="white-space:{way}">甲，\n乙。</pre>') == ["甲，乙。"]


def test_readings_above_characters_are_no_words_of_the_text():
    source = read(
        f"{BODY}<p>治理<ruby>滹<rp>(</rp><rt>hū</rt><rp>)</rp></ruby>沱河，<ruby>洹<rt>huán</ruby>水。</p>"
    )
    assert source.text.split("\n")[-1] == "治理滹沱河，洹水。"
    assert source.left_out == ("2 处注音",)


def test_quotations_have_the_marks_that_a_browser_prints():
    assert last("<p>他说<q>要<b>快</b></q>，好。</p>") == ["他说“要快”，好。"]


def test_wide_blanks_are_an_indent():
    assert last("<p>&emsp;&ensp;&thinsp;要快，好。</p>") == ["要快，好。"]
