"""What was written is what was said: nothing made up, nothing lost, nothing that Office would repair."""

import json
import re
import zipfile
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from reportgen import briefing
from reportgen.planning.wording import AIM
from reportgen.products import USUAL

PARTS = {
    ".docx": r"word/(document|header\d*|footer\d*|footnotes)\.xml",
    ".pptx": r"ppt/(slides/slide|notesSlides/notesSlide)\d+\.xml",
    ".xlsx": r"xl/(sharedStrings|worksheets/sheet\d+)\.xml",
}
READERS = Path(__file__).parents[2] / "bench" / "labels" / "kinds"
CLAUSE = re.compile(r"[^\u4e00-\u9fff]+")
# Labels of ours of six characters and more; anything else that long must stand in the source.
LABELS = {"完成情况", "请从下拉列表中选择", "本页约半分钟"}


def paragraphs(path: Path):
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if re.fullmatch(PARTS[path.suffix], name):
                text = package.read(name).decode("utf-8")
                for paragraph in re.split(r"</(?:w:p|a:p|si)>", text):
                    yield "".join(re.findall(r"<(?:\w:)?t(?: [^>]*)?>([^<]*)</", paragraph))


@pytest.fixture(params=USUAL, ids=lambda product: product.kind)
def path(request, built):
    return next(one.written.path for one in built.outputs if one.product is request.param)


def test_no_clause_is_made_up(path, seed):
    source = re.sub(r"\s+", "", seed.read_text("utf-8-sig"))
    clauses = {clause for text in paragraphs(path) for clause in CLAUSE.split(re.sub(r"\s+", "", text))}
    assert len(clauses) > 50
    said = {one.removeprefix(AIM) for one in clauses}
    strange = {one for one in said if len(one) >= 6 and one not in CLAUSE.sub("", source)}
    assert strange <= LABELS


def test_every_heading_is_there(built, seed):
    headings = [node.heading.text for node in briefing.outline(seed).walk()]
    assert len(headings) == 16
    for output in built.outputs[:2]:
        text = re.sub(r"\s+", "", "".join(paragraphs(output.written.path)))
        assert [one for one in headings if one not in text] == []


def test_the_handout_holds_the_whole_speech(built, seed):
    text = re.sub(r"\s+", "", "".join(paragraphs(built.outputs[0].written.path)))
    for line in seed.read_text("utf-8-sig").split("\n"):
        assert re.sub(r"\s+", "", line) in text


def test_the_validator_finds_nothing(path):
    result = OpenXmlValidator().validate(path)
    assert not result.errors
    assert result.is_valid


def test_no_date_of_today_and_no_library_as_author(path):
    with zipfile.ZipFile(path) as package:
        core = package.read("docProps/core.xml").decode("utf-8")
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "python" not in core
    assert not re.search(r"20(1[3-9]|2\d)-", core)


def test_the_deck_has_as_many_slides_as_its_purpose_needs(built):
    assert 6 <= built.outputs[1].counts["slides"] <= 10


def asked_for(seed):
    """The clauses of the seed that both readers of `bench/labels` want done, as they stand."""
    text = seed.read_text("utf-8-sig").replace("\r\n", "\n")
    rows = json.loads((READERS / "seed.json").read_text("utf-8"))["clauses"]
    return [text[start:end] for start, end, *said in rows if said == ["T", "T"]]


def test_every_point_of_the_seed_that_asks_for_something_is_a_task(built, seed):
    points = [node for node in briefing.outline(seed).walk() if not node.children]
    assert len(points) == 12
    wanted = asked_for(seed)
    asking = [
        node.heading.text
        for node in points
        if any(clause in passage.text for clause in wanted for passage in node.body)
    ]
    assert len(asking) >= 10
    text = "".join(paragraphs(built.outputs[2].written.path))
    assert [one for one in asking if one not in text] == []
