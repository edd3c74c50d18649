"""The commented Word file, reopened."""

import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

from ownhandout import TEMPLATE
from reportgen.analysis.proofreading import Finding
from reportgen.errors import Severity, TemplateError
from reportgen.outline import parse
from reportgen.planning.review import plan_review
from reportgen.readers.files import parse_bytes
from reportgen.rendering.docx import open_handout, render_review
from reportgen.source import Span

SPEECH = """\
在推进会上的讲话
（2024年3月5日）
同志们：
　　今年要抓3件事，，请大家记住。
一、抓项目
要快。
二、抓招商
要准。
"""


@pytest.fixture
def document():
    return parse(parse_bytes(SPEECH.encode(), "x.txt", "x"))


def finding(words, *, rule="doubled-mark", severity=Severity.ERROR):
    start = SPEECH.index(words)
    return Finding(rule, severity, Span(start, start + len(words)), "有错", "改正")


def rendered(document, *findings, template=TEMPLATE):
    return render_review(plan_review(document, findings), open_handout(template))


def commented(data):
    """The words between the marks of each comment."""
    found = {}
    for paragraph in docx.Document(io.BytesIO(data)).element.body.iter(qn("w:p")):
        open_ids = set()
        for element in paragraph.iter():
            name = element.get(qn("w:id"))
            if element.tag == qn("w:commentRangeStart"):
                open_ids.add(name)
                found[name] = ""
            elif element.tag == qn("w:commentRangeEnd"):
                open_ids.discard(name)
            elif element.tag == qn("w:t"):
                for one in open_ids:
                    found[one] += element.text
    return list(found.values())


def test_comments_stand_at_their_words(document):
    findings = finding("，，"), finding("3件事，，请"), finding("抓项目"), finding("3件")
    found = commented(rendered(document, *findings))
    assert sorted(found) == sorted(["，，", "3件事，，请", "抓项目", "3件"])


def test_a_finding_of_several_lines_is_told_at_the_first(document):
    assert commented(rendered(document, finding("抓项目\n要快。\n二、抓"))) == ["抓项目"]


def test_every_line_is_there_in_the_templates_styles(document):
    found = docx.Document(io.BytesIO(rendered(document)))
    lines = [(paragraph.style.style_id, paragraph.text) for paragraph in found.paragraphs]
    assert [text for _, text in lines] == [line.strip() for line in SPEECH.splitlines()]
    assert [style for style, _ in lines] == [
        *("OriginalTitle", "OriginalNote", "OriginalSalutation", "OriginalText"),
        *("Heading2", "OriginalText", "Heading2", "OriginalText"),
    ]


def test_the_file_is_valid(document, tmp_path):
    from openxml_audit import OpenXmlValidator

    path = tmp_path / "review.docx"
    path.write_bytes(rendered(document, finding("，，"), finding("抓招商"), finding("3件事，，请")))
    assert OpenXmlValidator().validate(path).errors == []


def test_bytes_hold_no_time_and_no_tag(document):
    data = rendered(document, finding("，，"))
    assert data == rendered(document, finding("，，"))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name).decode("utf-8", "ignore") for name in package.namelist()}
    assert "w:date" not in parts["word/comments.xml"]
    assert not [name for name, text in parts.items() if "{{" in text or "{%" in text]


def test_a_speech_without_faults_is_written_too(document):
    assert commented(rendered(document)) == []


def test_a_broken_template_is_told(document, tmp_path):
    for content in (b"", b"no zip"):
        path = tmp_path / "handout.docx"
        path.write_bytes(content)
        with pytest.raises(TemplateError):
            rendered(document, template=path)
    with pytest.raises(TemplateError):
        rendered(document, template=tmp_path / "none.docx")
