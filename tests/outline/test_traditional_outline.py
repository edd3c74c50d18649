"""Outlines of speeches in traditional characters: those of the simplified ones, in the speech's own words."""

from dataclasses import fields, is_dataclass

import pytest

from reportgen.outline import parse, to_text
from reportgen.readers.files import parse_bytes
from reportgen.source import Passage, Span
from reportgen.text.simplified import is_traditional, simplified
from traditional import OWN, SIMPLIFIED, converted, source_of, speech_of


def passages(value):
    """Every passage in a value."""
    if isinstance(value, Passage):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from passages(one)
    elif is_dataclass(value) and not isinstance(value, Span):
        for one in fields(value):
            yield from passages(getattr(value, one.name))


def places(document):
    """Where everything in an outline stands, and what it is."""
    return [
        document.genre,
        [passage.span for passage in passages(document)],
        [(node.level, node.span, node.run_in, len(node.children)) for node in document.walk()],
        [(item.code, item.span, item.hint) for item in document.diagnostics],
    ]


@pytest.mark.parametrize("case", OWN, ids=lambda case: case.stem)
@pytest.mark.parametrize("encoding", ["utf-8", "big5hkscs", "gb18030"])
def test_outline_of_a_traditional_speech(case, encoding):
    speech, tree = speech_of(case)
    assert to_text(parse(parse_bytes(speech.encode(encoding), "x.txt", "x"))) == tree


@pytest.mark.parametrize("case", SIMPLIFIED, ids=lambda case: f"{case.parent.name}-{case.stem}")
def test_a_converted_speech_has_the_outline_of_the_simplified_one(case):
    speech = speech_of(case)[0]
    text = converted(speech)
    assert is_traditional(text)
    assert simplified(text) == speech
    document = parse(source_of(text))
    assert document.source.text == text
    assert places(document) == places(parse(source_of(speech)))
    assert all(passage.text == text[passage.span.start : passage.span.end] for passage in passages(document))


def test_a_message_quotes_the_speech_in_its_own_characters():
    document = parse(source_of("在會議上的講話\n\n各位同志：\n\n第一講，辦好學習。\n\n第三講，辦實服務。\n"))
    assert [item.message for item in document.diagnostics] == ["序号“第三講，”之前缺第 2 项"]
