"""What kind of change was made, and how it is told."""

import pytest

from reportgen.checking.differences import shown_change, sort_change
from reportgen.checking.placed import Code


@pytest.mark.parametrize(
    ("words", "source", "code"),
    [
        ("增长8.6%", "增长8.5%", Code.NUMBER),
        ("到2026年建成", "到2025年建成", Code.NUMBER),
        ("办好三件实事", "办好五件实事", Code.NUMBER),
        ("能搞形式主义", "不能搞形式主义", Code.NEGATION),
        ("决未放松", "决不放松", Code.NEGATION),
        ("践行“两个维护”", "践行“四个意识”", Code.NAME),
        ("以“一枚印章”带动招标", "以“河长制”带动招标", Code.NAME),
        ("推进“10项行动”", "推进“12项行动”", Code.NUMBER),
        ("由红石市财政局牵头", "由青山县财政局牵头", Code.NAME),
        ("**要深入学习", "某县要深入学习", Code.NAME),
        ("建立工作几制", "建立工作机制", Code.CHANGED),
        ("深化养老有关部门将于年底验收", "深化养老", Code.CHANGED),
    ],
)
def test_kinds(words, source, code):
    assert sort_change(words, source) is code


def test_a_change_is_told_by_its_characters():
    assert shown_change("能增长8.6%了", "不能增长8.5%") == "少了“不”，“5”改成了“6”，多了“了”"
