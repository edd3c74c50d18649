"""Words of templates: alone in a clause, and around tags."""

import pytest

from reportgen.checking.labels import literals


def fillings(texts, words):
    return set(literals(texts).filled(words))


def test_clauses_outside_tags_are_the_templates():
    found = literals(["印发：某市某局", "{%p if date %}", "{{ title }} · 要点摘编", "（{{ date }}）"])
    assert found.words == {"印发", "某市某局", "要点摘编"}
    assert found.frames == frozenset()


@pytest.mark.parametrize(
    ("text", "words", "filling"),
    [
        ("学习《{{ title }}》参考材料", "学习《在会上的讲话》参考材料", ("在会上的讲话",)),
        ("{{ speaker }}同志", "王某同志", ("王某",)),
        ("第{{ n }}条", "第3条", ("3",)),
        ("{{ unit }}和{{ speaker }}", "某局和王某", ("某局", "王某")),
        ("{% if a %}{{ a }}{% endif %}部分", "第一部分", ("第一",)),
    ],
)
def test_words_around_tags_leave_what_fills_them(text, words, filling):
    assert filling in fillings([text], words)


def test_a_title_of_two_clauses_leaves_one_at_each_end():
    text = "学习《{{ title }}》参考材料"
    assert fillings([text], "学习《加强学习") == {("加强学习",)}
    assert fillings([text], "改进作风》参考材料") == {("改进作风",)}


def test_other_words_fill_nothing():
    assert fillings(["学习《{{ title }}》参考材料"], "在会上的讲话") == set()
    assert fillings(["{{ title }}"], "在会上的讲话") == set()
