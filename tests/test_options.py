"""What a user asks for is looked at before anything is read."""

import pytest

from reportgen.errors import UsageError
from reportgen.options import Options, require_short
from reportgen.planning.facts import Facts

NAMES = {"title": "标题", "speaker": "讲话人", "unit": "单位", "date": "日期"}


@pytest.mark.parametrize("name", NAMES)
def test_a_fact_that_cannot_be_printed_is_told_by_its_option(name):
    with pytest.raises(UsageError) as caught:
        Options(facts=Facts(**{name: "青\x07山"}))
    assert str(caught.value) == f"--{name} 的第 2 个字符是印不出的控制字符（U+0007）。请去掉它，再重新输入"


@pytest.mark.parametrize(("name", "label"), NAMES.items())
def test_a_fact_longer_than_a_cover_holds_is_told_by_its_option_and_its_name(name, label):
    with pytest.raises(UsageError) as caught:
        Options(facts=Facts(**{name: "长" * 81}))
    assert str(caught.value) == f"--{name}：{label}有 81 字，最多 80 字。请写得短一些"


@pytest.mark.parametrize("name", NAMES)
def test_a_fact_of_eighty_characters_or_none_is_taken(name):
    assert getattr(Options(facts=Facts(**{name: "长" * 80})).facts, name) == "长" * 80
    assert getattr(Options(facts=Facts(**{name: None})).facts, name) is None


def test_a_fact_that_a_brief_states_is_told_by_the_brief():
    with pytest.raises(UsageError) as caught:
        require_short(Facts(unit="单" * 90), "摘要.yaml")
    assert str(caught.value) == "摘要.yaml：单位有 90 字，最多 80 字。请写得短一些"


def test_all_three_files_go_into_output_where_nothing_is_said():
    options = Options()
    assert str(options.directory) == "output"
    assert [product.suffix for product in options.products] == [".docx", ".pptx", ".xlsx"]
    assert (options.glossary, options.anyway, options.fills) == (False, False, ())
