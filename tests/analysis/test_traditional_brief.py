"""What is understood of a speech in traditional characters, its words always the speech's own."""

import pytest

from reportgen.analysis import analyse
from reportgen.analysis.brief import Excerpt
from reportgen.analysis.notation import dump, load, to_json
from reportgen.analysis.proofreading import proofread
from reportgen.outline import parse
from reportgen.outline.rewording import Rewording
from reportgen.readers import MaskFill, fill_masks, find_masks
from reportgen.source import Span
from reportgen.text.simplified import simplified
from traditional import OWN, SIMPLIFIED, converted, source_of, speech_of


def brief_of(text):
    return analyse(parse(source_of(text)))


OURS = (".meaning", "].source", ".why")
"""Fields that hold words of ours, which stay simplified."""


def leaves(plain, path=""):
    """Each text, number and absence in plain data, with where it stands."""
    if isinstance(plain, dict):
        for key, value in plain.items():
            yield from leaves(value, f"{path}.{key}")
    elif isinstance(plain, list):
        for at, value in enumerate(plain):
            yield from leaves(value, f"{path}[{at}]")
    else:
        yield path, plain


@pytest.mark.parametrize("case", SIMPLIFIED, ids=lambda case: f"{case.parent.name}-{case.stem}")
def test_a_converted_speech_says_what_the_simplified_one_says(case):
    speech = speech_of(case)[0]
    text = converted(speech)
    ours = {key for key, _ in leaves(to_json(brief_of(speech))) if key.endswith(OURS)}
    said, other = dict(leaves(to_json(brief_of(text)))), dict(leaves(to_json(brief_of(speech))))
    assert said == {
        key: value if key in ours or not isinstance(value, str) else converted(value)
        for key, value in other.items()
    } | {".source": "稿.txt"}


@pytest.mark.parametrize("case", OWN, ids=lambda case: case.stem)
def test_no_word_of_a_brief_is_a_simplified_one(case):
    speech = speech_of(case)[0]
    strange = set(simplified(speech)) - set(speech)
    words = [
        value
        for key, value in leaves(to_json(brief_of(speech)))
        if isinstance(value, str) and not key.endswith(OURS)
    ]
    assert not [word for word in words if strange & set(word)]
    assert any((set(speech) - set(simplified(speech))) & set(word) for word in words)


@pytest.mark.parametrize("case", OWN, ids=lambda case: case.stem)
def test_a_brief_that_nobody_has_edited_loads_back_equal(case):
    said = brief_of(speech_of(case)[0])
    assert load(dump(said), "稿.yaml") == said


def test_owners_deadlines_and_places_are_the_speechs_words():
    speech = "在會議上的講話\n\n各位同志：\n\n第一講，抓教育。由教育局牽頭，今年6月底前建成兩所學校。\n"
    (task,) = brief_of(speech + "\n第二講，講體會。很高興。\n").tasks
    (measure,) = task.measures
    assert str(measure.owner) == "教育局"
    assert str(measure.deadline) == "今年6月底前"
    assert str(measure.line) == "今年6月底前建成兩所學校"


def test_a_deadline_in_traditional_characters_has_its_day():
    speech = (
        "在會議上的講話\n\n（2024年3月5日）\n\n各位同志：\n\n一、抓教育\n\n由教育局負責，後年底前建成學校。\n"
    )
    dues = [one["due"] for one in to_json(brief_of(speech))["measures"]]
    assert dues == ["2026-12-31"]


def test_an_edited_line_is_the_editors_and_the_rest_the_speechs():
    text = dump(brief_of(speech_of(OWN[1])[0]))
    changed = load(text.replace("文字: 財政局要安排專項資金2000萬元", "文字: 財政局要多安排資金"), "稿.yaml")
    lines = {str(measure.line): measure.line for part in changed.walk() for measure in part.measures}
    assert not isinstance(lines["財政局要多安排資金"], Excerpt)
    assert isinstance(lines["要建立隱患清單，逐項銷號"], Excerpt)


def test_masks_are_found_and_filled():
    source = source_of("在【待補：縣名】會議上的講話\n\n各位同志：\n\n某某縣要辦好這件實事。\n")
    assert [mask.passage.text for mask in find_masks(source)] == ["【待補：縣名】", "某某"]
    assert fill_masks(source, [MaskFill("【待補：縣名】", None, "東縣")]).text.startswith(
        "在東縣會議上的講話"
    )


def test_findings_quote_the_speech_and_propose_in_its_characters():
    text = "在會議上的講話\n\n各位同志：\n\n投資9～16億元，億元項目要落實。約有300人左右參加學習。\n"
    document = parse(source_of(text))
    found = {finding.rule: finding for finding in proofread(document)}
    assert found["myriad-range"].suggestion == "改为“9億～16億”"
    assert found["double-approximation"].message == "“約”和“左右”都表示约数"
    twin = proofread(parse(source_of(simplified(text))))
    assert [(one.rule, one.span) for one in proofread(document)] == [(one.rule, one.span) for one in twin]


def test_a_text_that_does_not_hold_its_passages_is_told_as_the_speech_mostly_writes():
    before, behind = source_of("以后落实，以后讲"), source_of("以後落實，以後講")
    words = Rewording(before, behind)
    assert words.joined("落实讲", [before.passage(0, 4), before.passage(5, 8)]) == "落實講"
    assert words.words("讲", Span(0, 2)) == "講"
