"""Files held against their speech: whatever character differs is told, and what does not is passed."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.building import build
from reportgen.errors import CheckError, SourceError
from reportgen.options import Options
from reportgen.products import PRODUCTS
from reportgen.verifying import find_outputs, verify_files
from speech import SPEECH

HANDOUT = PRODUCTS[0]
PLACES = [at for at, char in enumerate(SPEECH) if "\u4e00" <= char <= "\u9fff" or char.isdigit()]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("成稿")
    (folder / "讲话.txt").write_text(SPEECH, "utf-8")
    built = build(folder / "讲话.txt", Options(folder / "出", products=(HANDOUT,)))
    return built.paths[0]


def verified(made, text, name="另稿.txt"):
    other = made.parent.parent / name
    other.write_text(text, "utf-8")
    return verify_files([made], other, Options())


def test_the_speech_itself_passes(made):
    assert verified(made, SPEECH).status == 0


@settings(max_examples=30)
@given(st.sampled_from(PLACES), st.sampled_from("不万九零龘"))
def test_any_character_of_the_speech_that_is_another_is_told(made, at, char):
    if SPEECH[at] == char:
        return
    found = verified(made, SPEECH[:at] + char + SPEECH[at + 1 :])
    assert found.status == 1
    assert all(finding.message for finding in found.files[0].findings)


@settings(max_examples=20)
@given(st.sampled_from(PLACES[30:]))
def test_any_character_that_the_speech_has_and_the_file_lacks_is_told(made, at):
    assert verified(made, SPEECH[:at] + "必" + SPEECH[at:]).status == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\n\n"),
        lambda text: text.replace("\n", "\n　　"),
        lambda text: text + "\n\n",
        lambda text: "\ufeff" + text,
    ],
)
def test_what_nobody_reads_is_no_difference(made, change):
    assert verified(made, change(SPEECH)).status == 0


def test_a_file_may_bear_any_name(made, tmp_path):
    moved = tmp_path / "终稿（定）.docx"
    moved.write_bytes(made.read_bytes())
    speech = tmp_path / "讲话.txt"
    speech.write_text(SPEECH, "utf-8")
    assert verify_files([moved], speech, Options()).status == 0


def test_what_is_told_names_each_file_as_it_comes(made, tmp_path):
    told = []
    (tmp_path / "坏.docx").write_bytes(b"x")
    speech = tmp_path / "讲话.txt"
    speech.write_text(SPEECH, "utf-8")
    found = verify_files([tmp_path / "坏.docx", made], speech, Options(notify=told.append))
    assert told == ["坏.docx", made.name]
    assert [bool(one.error) for one in found.files] == [True, False]
    assert isinstance(found.files[0].error, CheckError)
    assert (found.files[1].product, found.status) == (HANDOUT, 1)


def test_a_speech_that_cannot_be_read_ends_it_all(made, tmp_path):
    with pytest.raises(SourceError):
        verify_files([made], tmp_path / "没有.txt", Options())


@pytest.fixture
def folder(tmp_path):
    for name in ("乙.docx", "甲.PPTX", "丙.xlsx", "~$乙.docx", ".隐.docx", "说明.txt", "图.png"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "里").mkdir()
    return tmp_path


def test_a_folder_gives_its_office_files_by_name_without_locks(folder):
    found = [path.name for path in find_outputs([str(folder)])]
    assert found == sorted(["乙.docx", "甲.PPTX", "丙.xlsx"])


def test_files_come_as_they_were_named_and_each_once(folder):
    named = [folder / "丙.xlsx", folder, folder / "丙.xlsx", folder / "没有.docx", folder / "说明.txt"]
    found = [path.name for path in find_outputs(map(str, named))]
    assert found == ["丙.xlsx", "乙.docx", "甲.PPTX", "没有.docx", "说明.txt"]


def test_a_folder_without_such_files_is_told_with_what_it_should_hold(folder):
    with pytest.raises(CheckError) as caught:
        find_outputs([str(folder / "里")])
    assert str(caught.value) == (
        f"{folder / '里'}：文件夹里没有可以核对的文件。请放入 .docx、.pptx 或 .xlsx 文件"
    )


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="who may do everything may open it")
def test_a_folder_that_may_not_be_opened_is_told(folder):
    folder.chmod(0)
    try:
        with pytest.raises(CheckError, match="打不开文件夹"):
            find_outputs([str(folder)])
    finally:
        folder.chmod(0o755)


def test_nothing_named_gives_nothing():
    assert find_outputs([]) == ()
    assert find_outputs(["没有.docx"]) == (Path("没有.docx"),)
