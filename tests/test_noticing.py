"""What the reader of the files is told about a speech, with its place."""

from pathlib import Path

import pytest

from reportgen.analysis import analyse
from reportgen.errors import Severity
from reportgen.noticing import notices_of, odd_date, reading_of
from reportgen.outline import parse
from reportgen.planning.facts import Facts
from reportgen.readers.files import parse_bytes
from wordscript import p, word

TITLE = "在全市工作会议上的讲话"


def said(text, name="讲话.txt", encoding="utf-8"):
    data = text if isinstance(text, bytes) else text.encode(encoding)
    return analyse(parse(parse_bytes(data, name, Path(name).stem)))


def told(brief, **facts):
    return [
        (one.diagnostic.code, one.place and (one.place.line, one.place.column))
        for one in notices_of(brief, Facts(**facts))
    ]


SPEECH = f"{TITLE}\n同志们：\n一、加强学习\n要抓好学习工作。\n二、抓好落实\n要抓好落实工作。\n"


def test_a_speech_in_order_has_nothing_to_tell():
    assert told(said(SPEECH)) == []


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        (("同志们：", "同志们：某某同志负责。"), [("unfilled-mask", (2, 5))]),
        (("抓好学习", "抓好××县和**县学习"), [("unfilled-mask", (4, 4)), ("unfilled-mask", (4, 8))]),
        (("二、", "三、"), [("number-skipped", (5, 1))]),
        (("抓好落实工作", "抓好落�工作"), [("undecoded", (6, 5))]),
        (("抓好落实工作", "锟斤拷抓好工作"), [("garbled", (6, 2))]),
        ((f"{TITLE}\n", ""), [("no-title", None)]),
    ],
)
def test_what_is_amiss_in_a_speech_is_told_at_its_place(change, codes):
    assert told(said(SPEECH.replace(*change))) == codes


def test_a_title_that_was_given_is_not_missed():
    bare = SPEECH.replace(f"{TITLE}\n", "")
    assert told(said(bare), title="在会上的讲话") == []
    (notice,) = notices_of(said(bare, "提纲.txt"), Facts())
    assert notice.diagnostic.message == "没有找到标题，暂用“提纲”"
    assert notice.diagnostic.hint == "可用 --title 指定"


def test_a_mask_is_told_with_the_very_words_that_fill_it():
    brief = said(SPEECH.replace("学习工作", "**和××，**"))
    hints = [notice.diagnostic.hint for notice in notices_of(brief, Facts())]
    assert hints == [f"可用 --fill '{mask}=…' 填上" for mask in ("**#1", "××#1", "**#2")]


def test_what_a_word_file_holds_besides_is_told_without_a_place():
    note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    brief = said(word(p(TITLE) + p("同志们：") + p(f"<w:r><w:t>要抓好。</w:t></w:r>{note}")), "讲话.docx")
    (notice,) = notices_of(brief, Facts())
    assert (notice.diagnostic.code, notice.place) == ("left-out", None)
    assert notice.diagnostic.message == "文件里还有 1 条脚注没有读入"


@pytest.mark.parametrize(
    "date",
    ["2024年3月5日", "二〇二四年三月", "3月5日", "2024-03-05", "2024.3", "2024/3/5", "甲辰年", "", None],
)
def test_a_date_that_looks_like_one_is_passed_in_silence(date):
    assert list(odd_date(Facts(date=date))) == []


@pytest.mark.parametrize("date", ["昨天", "2024", "20240305", "Mar 5, 2024"])
def test_a_date_that_does_not_is_told_and_kept(date):
    (notice,) = odd_date(Facts(date=date))
    assert (notice.diagnostic.code, notice.diagnostic.severity) == ("odd-date", Severity.WARNING)
    assert f"“{date}”" in notice.diagnostic.message


@pytest.mark.parametrize(
    ("text", "encoding", "kind", "encoded"),
    [
        (SPEECH, "utf-8", "文本", "UTF-8"),
        (SPEECH, "gb18030", "文本", "GB 18030"),
        (SPEECH, "utf-16", "文本", "UTF-16"),
    ],
)
def test_how_much_was_read_is_counted_as_people_count(text, encoding, kind, encoded):
    reading = reading_of(said(text, encoding=encoding))
    assert (reading.kind, reading.encoding) == (kind, encoded)
    assert reading.characters == len("".join(SPEECH.split()))
    assert (reading.paragraphs, reading.headings) == (6, 2)


def test_blanks_and_empty_lines_count_for_nothing():
    wide = SPEECH.replace("\n", "\n\n　　")
    assert reading_of(said(wide)).characters == reading_of(said(SPEECH)).characters
    assert reading_of(said(wide)).paragraphs == 6


def test_a_word_file_has_its_kind_and_no_encoding():
    reading = reading_of(said(word(p(TITLE) + p("同志们：") + p("要抓好。")), "讲话.docx"))
    assert (reading.kind, reading.encoding, reading.paragraphs) == ("Word 文件（docx）", "", 3)
