"""What the format said about the lines of a speech comes back with its brief, whatever it was."""

from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import CORPUS, some
from reportgen import briefing, building, options
from reportgen.analysis import analyse
from reportgen.analysis.notation import dump, load
from reportgen.analysis.notation.evidence import EVIDENCE
from reportgen.errors import BriefError, ReportgenError, SourceError
from reportgen.outline import parse
from reportgen.source import Line, Source, Span, split_lines
from wordscript import cell, p, r, table, word

TESTS = Path(__file__).parent.parent
TEXT = "在全县工作会议上的讲话\n一、加强组织领导\n建立工作机制，落实工作责任。\n项目\t投资\n"
SAID = {
    "span": Span(0, 11),
    "paragraph": 7,
    "level": 2,
    "strong": (Span(0, 2), Span(4, 6)),
    "page": 3,
    "row": True,
    "title": True,
    "marks": (Span(0, 2), Span(4, 6)),
}


def source_of(lines, text=TEXT, left_out=()):
    return Source("讲话.docx", "讲话", text, "ab", tuple(lines), left_out)


def comes_back(source):
    brief = analyse(parse(source))
    written = dump(brief)
    back = load(written, "b.yaml")
    assert back.document.source == source
    assert back == brief
    assert dump(back) == written


def test_the_cases_name_every_field_of_a_line():
    assert set(SAID) == {field.name for field in fields(Line)} == set(EVIDENCE)


@pytest.mark.parametrize("name", SAID)
def test_every_field_of_a_line_comes_back(name):
    plain = split_lines(TEXT)
    for number in range(len(plain) - 1):
        value = plain[number].span if name == "span" else SAID[name]
        lines = [*plain[:number], replace(plain[number], **{name: value}), *plain[number + 1 :]]
        comes_back(source_of(lines))


def test_all_that_is_said_of_one_line_comes_back():
    first, *others = split_lines(TEXT)
    comes_back(source_of([replace(first, **SAID), *others]))


def test_what_a_file_holds_besides_comes_back():
    comes_back(source_of(split_lines(TEXT), left_out=("3 条脚注", "1 张图片")))


def test_a_flag_that_says_something_else_is_told():
    first, *others = split_lines(TEXT)
    written = dump(analyse(parse(source_of([replace(first, title=True), *others]))))
    assert "标题行: 是\n" in written
    row = written[: written.index("标题行: 是")].count("\n") + 1
    with pytest.raises(BriefError, match=rf"b\.yaml:{row}:8：“标题行”后面应是“是”。请用"):
        load(written.replace("标题行: 是", "标题行: 也许"), "b.yaml")


@st.composite
def sources(draw):
    chars = "甲乙。\n\t　#-: '\"—\u2028\x85\u200b\ufeff😀\u200d\r"
    text = draw(st.text(max_size=60) | st.text(alphabet=chars, max_size=60))
    places = st.integers(0, len(text))
    spans = st.builds(lambda one, two: Span(*sorted((one, two))), places, places)
    said = st.fixed_dictionaries(
        {
            "paragraph": st.integers(0, 10**6),
            "level": st.none() | st.integers(0, 12),
            "strong": st.lists(spans, max_size=3).map(lambda found: tuple(sorted(found))),
            "page": st.none() | st.integers(0, 5000),
            "row": st.booleans(),
            "title": st.booleans(),
        }
    )
    lines = [replace(line, **draw(said)) for line in split_lines(text)]
    words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
    return source_of(lines, text, tuple(draw(st.lists(words, max_size=2))))


@settings(max_examples=300)
@given(sources())
def test_any_source_comes_back(source):
    assert load(dump(analyse(parse(source))), "b.yaml").document.source == source


def test_headings_told_by_type_in_a_word_file_come_back(tmp_path):
    path = tmp_path / "讲话.docx"
    small, large = '<w:sz w:val="32"/>', '<w:sz w:val="44"/>'
    rows = [[cell(p(r(words, small))) for words in row] for row in (("项目", "投资"), ("道路", "3亿元"))]
    head = p(r("在全县工作会议上的讲话", large)) + p(r("张三", small))
    path.write_bytes(word(head + p(r("建立工作机制，落实工作责任。" * 20, small)) + table(*rows)))
    brief = briefing.brief(path)
    lines = brief.document.source.lines
    assert [line.title for line in lines[:2]] == [True, False]
    assert [line.row for line in lines[-2:]] == [True, True]
    assert load(dump(brief), "b.yaml") == brief


def test_a_brief_of_a_word_file_makes_the_same_files(tmp_path):
    path, edited = tmp_path / "讲话.docx", tmp_path / "摘要.yaml"
    size = '<w:sz w:val="44"/>'
    body = p(r("在全县工作会议上的讲话", size)) + p(r("一、加强组织领导", "<w:b/>"))
    path.write_bytes(word(body + p("建立工作机制，落实工作责任。" * 20) + table(("项目", "投资"))))
    edited.write_text(dump(briefing.brief(path)), "utf-8")
    one, two = (
        building.build(speech, options.Options(tmp_path / speech.suffix)) for speech in (path, edited)
    )
    assert [output.written.sha256 for output in one.outputs] == [out.written.sha256 for out in two.outputs]
    assert one.notices == two.notices


@pytest.mark.parametrize(
    "odd",
    [
        "— 3 —",
        "建 立 工 作 机 制 ， 落 实 责 任 。",
        "建立\u200b👨\u200d👩机制\u00a0，\u00ad落实\u2028责任。",
        "---",
        "标题：甲",
    ],
    ids=["page", "spaced", "invisible", "dashes", "key"],
)
def test_a_paragraph_that_looks_like_something_else_stays_in_place(odd, tmp_path):
    path, edited = tmp_path / "讲话.docx", tmp_path / "摘要.yaml"
    path.write_bytes(word("".join(map(p, ["在会上的讲话", "一、加强学习", odd, "建立工作机制。"]))))
    brief = briefing.brief(path)
    edited.write_text(dump(brief), "utf-8")
    assert briefing.brief(edited) == brief


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16", "utf-16-be"])
@pytest.mark.parametrize(("newline", "blanks"), [("\n", ""), ("\r\n", ""), ("\n", "  ")])
def test_however_an_editor_saves_it_the_brief_is_read_the_same(encoding, newline, blanks, tmp_path):
    edited = tmp_path / "摘要.yaml"
    brief = analyse(parse(source_of(split_lines(TEXT))))
    head, mark, origin = dump(brief).partition("原文: |")
    text = head.replace("\n", f"{blanks}\n") + mark + origin
    edited.write_bytes(text.replace("\n", newline).encode(encoding))
    assert briefing.brief(edited) == brief


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04[Content_Types].xml", b"{\\rtf1 a}", b"\x89PNG\r\n\x1a\n" + bytes(16)]
)
def test_a_file_of_another_kind_is_no_brief(data, tmp_path):
    edited = tmp_path / "摘要.yaml"
    edited.write_bytes(data)
    with pytest.raises(SourceError, match="这不是摘要稿"):
        briefing.brief(edited)


def _readable(folders):
    for path in some(sorted(one for folder in folders for one in folder.rglob("*") if one.is_file())):
        try:
            yield path, briefing.brief(path)
        except ReportgenError:
            continue


@pytest.mark.corpus
def test_every_file_that_can_be_read_comes_back(tmp_path):
    folders = [
        CORPUS / "texts",
        CORPUS / "originals",
        CORPUS / "variants",
        CORPUS.parent / "cases" / "readers",
    ]
    seen = 0
    edited = tmp_path / "b.yaml"
    for path, brief in _readable([*folders, CORPUS.parent / "cases" / "speeches"]):
        written = dump(brief)
        edited.write_text(written, "utf-8")
        assert load(written, "b.yaml") == brief, path
        assert briefing.brief(edited) == brief, path
        seen += 1
    assert seen > 100
