"""From a path to what a speech says: a speech is analysed, an edited brief is taken as it is."""

from pathlib import Path

import pytest

from reportgen.analysis.notation import dump
from reportgen.briefing import brief, is_brief, outline, printed_brief
from reportgen.errors import BriefError, SourceError, UsageError
from reportgen.options import Options
from reportgen.readers import parse_fill
from speech import SPEECH

MASKED = SPEECH.replace("在全市", "在××县").replace("全面优化服务。", "深化“放管服”改革。")


@pytest.fixture
def path(tmp_path):
    there = tmp_path / "讲话.txt"
    there.write_text(MASKED, "utf-8")
    return there


@pytest.fixture
def edited(path):
    there = path.with_name("摘要.yaml")
    there.write_text(dump(brief(path)), "utf-8")
    return there


def fills(*given):
    return tuple(map(parse_fill, given))


def words(said):
    return [str(part.heading.text) for part in said.walk()]


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("摘要.yaml", True),
        ("摘要.yml", True),
        ("摘要.YAML", True),
        ("讲话.txt", False),
        ("摘要.yaml.txt", False),
        ("yaml", False),
        ("-", False),
    ],
)
def test_a_brief_is_told_by_its_suffix(name, is_one):
    assert is_brief(Path(name)) == is_one


def test_an_outline_has_its_masks_filled(path):
    assert outline(path).title_text == "在××县工作会议上的讲话"
    assert outline(path, fills("××=青山")).title_text == "在青山县工作会议上的讲话"


def test_a_fill_for_a_mask_that_is_not_there_is_called_wrongly(path, edited):
    for one in (path, edited):
        with pytest.raises(UsageError, match="可以填的有：××（1 处）"):
            brief(one, fills("**=青山"))


def test_a_brief_that_nobody_has_edited_says_what_the_speech_says(path, edited):
    assert brief(edited).document.source.text == brief(path).document.source.text
    assert words(brief(edited)) == words(brief(path))


def test_a_brief_is_filled_like_its_speech(path, edited):
    given = fills("××=青山")
    assert brief(edited, given).document.source.text == brief(path, given).document.source.text


def test_meanings_of_set_phrases_are_printed_only_on_request(path):
    said = printed_brief(path, Options(glossary=True))
    assert any(term.meaning for term in said.terms)
    bare = printed_brief(path, Options())
    assert [term.meaning for term in bare.terms] == [None] * len(said.terms)
    assert [term.text for term in bare.terms] == [term.text for term in said.terms]


@pytest.mark.parametrize("suffix", [".txt", ".yaml"])
def test_a_speech_too_long_to_be_built_may_still_be_read(tmp_path, suffix):
    long = tmp_path / "长.txt"
    long.write_text(SPEECH + ("春天的田野一片新绿。" * 200 + "\n") * 41, "utf-8")
    there = long
    if suffix == ".yaml":
        there = tmp_path / "长.yaml"
        there.write_text(dump(brief(long)), "utf-8")
    assert len(brief(there).document.source.text) > 80_000
    with pytest.raises(SourceError, match="生成材料最多 80000 字") as caught:
        brief(there, to_build=True)
    assert str(there) in str(caught.value)


@pytest.mark.parametrize(
    ("content", "fault", "says"),
    [
        (b"", SourceError, "文件是空的"),
        (b"\n \t\n", SourceError, "文件是空的"),
        (b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n", SourceError, "这不是摘要稿"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), SourceError, "这不是摘要稿"),
        (MASKED.encode(), BriefError, "第|行|摘要稿"),
        ("标题: 讲话\n".encode(), BriefError, "缺少“原文”"),
    ],
)
def test_what_is_called_a_brief_and_is_none(tmp_path, content, fault, says):
    there = tmp_path / "摘要.yaml"
    there.write_bytes(content)
    with pytest.raises(fault, match=says) as caught:
        brief(there)
    assert str(there) in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_a_brief_may_be_saved_by_any_editor(edited, encoding, newline):
    before = brief(edited)
    edited.write_bytes(edited.read_text("utf-8").replace("\n", newline).encode(encoding))
    assert words(brief(edited)) == words(before)
    assert brief(edited).document.source.text == before.document.source.text
