"""Files of speeches in traditional characters: the speech's own words, and labels of ours."""

import re

import pytest

from reportgen.api import brief, build, to_json, to_text, verify
from reportgen.products import read_content
from reportgen.text.simplified import simplified
from traditional import OWN, speech_of

LABELS = re.compile(
    r"会议名称|讲话人|报告人|原文篇幅|单位|日期|约 \d+ 分钟|要点|核心要义|内容框架|内容摘要|一图读懂|目录"
    r"|关键提法|关键数字|落实清单|（续）|目标要求|序号|重点任务|重点举措|首要举措|具体举措|举措|责任单位|完成时限|完成情况|出处|原文语境"
    r"|本页约|分钟|全部 \d+ 项见 Excel 清单|（共 \d+ 项）|(?:讲话|报告|致辞)(?:标题|导语|结语|要点)?|[“”]"
)
"""What the three files say by themselves."""


@pytest.fixture(scope="module", params=OWN, ids=lambda case: case.stem)
def made(request, tmp_path_factory):
    """A speech, its result, and the texts of its files."""
    speech = speech_of(request.param)[0]
    path = tmp_path_factory.mktemp(request.param.stem) / "講話.txt"
    path.write_text(speech, "utf-8")
    built = build(path, output=path.parent / "utf-8")
    texts = [one.text for file in built.paths for one in read_content(file.read_bytes(), str(file)).placed]
    return path, speech, built, texts


def test_nothing_is_invented_and_nothing_lost(made):
    _, _, built, _ = made
    assert (built.proof.files, built.proof.unsourced, built.proof.lost) == (3, 0, 0)
    assert (built.proof.differences, built.proof.overflows) == (0, 0)
    assert built.proof.sourced > 100


def test_no_file_holds_the_simplified_form_of_a_word(made):
    _, speech, _, texts = made
    strange = set(simplified(speech)) - set(speech)
    assert not [text for text in texts if strange & set(LABELS.sub("", text))]
    assert any("謝謝" in text for text in texts)


def test_big5_makes_the_same_files(made):
    path, speech, built, _ = made
    other = path.with_name("big5")
    other.mkdir()
    other /= path.name
    other.write_bytes(speech.encode("big5hkscs"))
    again = build(other, output=path.parent / "of-big5")
    assert again.reading.encoding == "Big5"
    assert [file.read_bytes() for file in again.paths] == [file.read_bytes() for file in built.paths]


def test_the_files_are_verified_against_the_speech(made):
    path, _, built, _ = made
    assert verify(built.paths, source=path).status == 0


def test_an_edited_brief_makes_the_same_checklist(made):
    path, _, built, _ = made
    edited = path.with_name("摘要.yaml")
    edited.write_text(to_text(brief(path)), "utf-8")
    assert to_json(brief(edited))["tasks"] == to_json(brief(path))["tasks"]
    again = build(edited, output=path.parent / "edited", only="xlsx")
    assert again.paths[0].read_bytes() == built.paths[2].read_bytes()
