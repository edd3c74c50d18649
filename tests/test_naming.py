"""What the files are called that are made of a speech."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.naming import output_names
from reportgen.options import Options
from reportgen.planning.facts import Facts
from reportgen.products import PRODUCTS

STANDARD_INPUT = Path("-")


def names(path, stem, **facts):
    return list(output_names(path, stem, Options(facts=Facts(**facts))).values())


def test_each_file_is_called_after_the_speech_and_what_it_is_to_its_reader():
    assert names(Path("夹/讲话.txt"), "讲话") == ["讲话-要点.docx", "讲话-幻灯片.pptx", "讲话-落实清单.xlsx"]


def test_only_what_was_asked_for_has_a_name_in_the_order_asked():
    handout, _, checklist, _ = PRODUCTS
    made = output_names(Path("讲话.txt"), "讲话", Options(products=(checklist, handout)))
    assert list(made.items()) == [(checklist, "讲话-落实清单.xlsx"), (handout, "讲话-要点.docx")]


def test_a_title_given_renames_only_what_came_by_standard_input():
    assert names(Path("讲话.txt"), "讲话", title="在会上的讲话")[0] == "讲话-要点.docx"
    assert names(STANDARD_INPUT, "标准输入", title="在会上的讲话")[0] == "在会上的讲话-要点.docx"
    assert names(STANDARD_INPUT, "标准输入")[0] == "标准输入-要点.docx"


@pytest.mark.parametrize(
    ("title", "base"),
    [
        ("在“三会一课”上的讲话：提纲", "在“三会一课”上的讲话：提纲"),
        ("关于2024/2025年工作的报告", "关于2024_2025年工作的报告"),
        ('讲话<初稿>:"一"?', "讲话_初稿___一__"),
        ("讲话\n提纲", "讲话_提纲"),
        ("..", "标准输入"),
        (" . ", "标准输入"),
        ("../../etc/讲话", "_.._etc_讲话"),
        ("讲话 .", "讲话"),
        ("讲" * 80, "讲" * 60),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title, base):
    assert names(STANDARD_INPUT, "标准输入", title=title)[0] == f"{base}-要点.docx"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80))
def test_no_title_leads_out_of_the_folder_or_beyond_what_a_name_may_have(title):
    for name in names(STANDARD_INPUT, "标准输入", title=title):
        assert Path(name).name == name
        assert name.encode("utf-8")[:1] not in {b".", b" ", b"-"} or title.strip(" .").startswith("-")
        assert len(name.encode()) <= 255
