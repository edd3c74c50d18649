"""On real speeches: the labelled ones are found, and none of the others breaks the tree."""

import json
import re

import pytest

from corpus import CORPUS, texts
from reportgen.outline import Node, parse, reading_text
from reportgen.readers import read

FLOOR = 0.95
NEAR = 4  # characters between a labelled start and ours

pytestmark = pytest.mark.corpus


def plain(text: str) -> str:
    return re.sub(r"[\s#*。；：:，,;.．!！?？、]+", "", text)


def hit(label: dict, node: Node) -> bool:
    headings = {plain(label["heading"]), plain(label.get("heading_short") or label["heading"])}
    return (
        abs(node.span.start - label["start"]) <= NEAR
        and node.level == label["level"]
        and plain(reading_text(node.heading)) in headings
    )


def test_labelled_speeches_are_found() -> None:
    found = asked = given = 0
    for file in sorted((CORPUS / "gold" / "dev").glob("*.json")):
        gold = json.loads(file.read_text("utf-8"))
        if gold["class"] == "docx-headings":
            continue
        required = [node for node in gold["nodes"] if not node.get("optional")]
        free = [node["start"] for node in gold["nodes"] if node.get("optional")]
        nodes = list(parse(read(CORPUS / gold["path"])).walk())
        found += sum(any(hit(label, node) for node in nodes) for label in required)
        asked += len(required)
        given += sum(not any(abs(node.span.start - start) <= NEAR for start in free) for node in nodes)
    assert 2 * found / (asked + given) >= FLOOR


def test_no_speech_loses_a_word() -> None:
    for file in texts():
        document = parse(read(file))
        spans = [node.heading.span for node in document.walk()]
        spans += [node.marker.span for node in document.walk() if node.marker]
        spans += [passage.span for node in document.walk() for passage in node.body]
        heads = (document.subtitle, document.byline, document.date, document.salutation)
        groups = (document.title, document.letterhead, document.preamble, document.closing)
        spans += [one.span for one in heads if one] + [one.span for group in groups for one in group]
        # What is not the speech is told apart, and not lost.
        spans += [one.span for one in (*document.apart, *document.speakers)]
        text = list(document.source.text)
        for span in spans:
            text[span.start : span.end] = " " * len(span)
        assert not any(char.isalnum() for char in text), file.name
