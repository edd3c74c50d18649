"""What an editor does to the outline, on briefs alone."""

import pytest

from reportgen.analysis.brief import Editorial
from reportgen.analysis.notation import dump, load
from reportgen.errors import UsageError
from reportgen.serving import editing
from speech import SPEECH, brief_of


@pytest.fixture(scope="module")
def brief():
    return brief_of(SPEECH)


def headings(brief):
    return [(len(path), part.heading.text) for path, part in editing.walk(brief.parts)]


def measures(brief):
    return sorted(one.line.text for part in brief.walk() for one in part.measures)


def every_path(brief):
    return [path for path, _ in editing.walk(brief.parts)]


@pytest.mark.parametrize("step", ["up", "down", "out", "in"])
def test_every_part_moves_and_nothing_is_lost(brief, step):
    moved = 0
    for path in every_path(brief):
        try:
            new, place = editing.shifted(brief, path, step)
        except UsageError:
            continue
        moved += 1
        assert editing.part_at(new, place).heading == editing.part_at(brief, path).heading
        assert sorted(text for _, text in headings(new)) == sorted(text for _, text in headings(brief))
        assert measures(new) == measures(brief)
        assert len(new.tasks) == len(brief.tasks)
        assert headings(load(dump(new), "x.yaml")) == headings(new)
    assert moved


def test_up_and_down_again_is_where_it_was(brief):
    new, place = editing.shifted(brief, (1,), "up")
    assert editing.shifted(new, place, "down")[0] == brief


def test_a_part_goes_before_behind_and_into_another(brief):
    first, second = brief.parts[0].heading.text, brief.parts[1].heading.text
    before, _ = editing.moved(brief, (1,), (0,), "before")
    assert [part.heading.text for part in before.parts][:2] == [second, first]
    into, place = editing.moved(brief, (1,), (0,), "into")
    assert into.parts[0].parts[-1].heading.text == second
    assert place == (0, len(brief.parts[0].parts))


def test_a_part_does_not_go_into_itself(brief):
    with pytest.raises(UsageError):
        editing.moved(brief, (0,), (0, 0), "into")


def test_what_stands_below_a_heading_that_is_none_goes_to_the_part_before(brief):
    for path in every_path(brief)[1:]:
        new, place = editing.unheaded(brief, path)
        gone = editing.part_at(brief, path)
        assert len(headings(new)) == len(headings(brief)) - 1
        assert measures(new) == measures(brief)
        assert gone.heading in editing.part_at(new, place).statements
        load(dump(new), "x.yaml")


def test_the_first_heading_has_nobody_to_take_it_in(brief):
    with pytest.raises(UsageError):
        editing.unheaded(brief, (0,))


def test_a_new_heading_stands_wherever_the_old_one_did(brief):
    old = editing.part_at(brief, (0,)).heading
    new = editing.renamed(brief, (0,), "  全新的\n标题 ")
    assert editing.part_at(new, (0,)).heading == Editorial("全新的 标题")
    assert old not in new.abstract


@pytest.mark.parametrize("text", ["", "  \n ", "长" * 501, "有\x07铃声", "反\u202e向"])
def test_what_no_page_can_print_is_refused(text):
    with pytest.raises(UsageError):
        editing.words(text)


@pytest.mark.parametrize("key", ["", "x", "9", "0.9", "-1", "0.0.0.0.0.0"])
def test_a_part_that_is_not_there_is_told(brief, key):
    with pytest.raises(UsageError):
        editing.part_at(brief, editing.path_of(key))


def test_facts_that_are_too_long_are_told_without_an_option_of_the_command_line(brief):
    with pytest.raises(UsageError) as told:
        editing.stated(brief, {"title": "长" * 81})
    assert "--" not in str(told.value)
