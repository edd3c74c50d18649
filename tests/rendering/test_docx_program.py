"""Programs print what Jinja prints: values, conditions, loops, and signs that markup takes for its own."""

import pytest

from reportgen.rendering.docx.language import Budget, Language
from reportgen.rendering.docx.program import run
from reportgen.rendering.docx.recording import program_of

VALUES = {
    "title": "甲<乙>&“丙”{{ x }} {_{",
    "empty": "",
    "number": 3,
    "rows": [{"head": "一", "points": ["a", "b"]}, {"head": "", "points": []}],
    "pairs": [["左", "右"]],
}


@pytest.mark.parametrize(
    "source",
    [
        "a {{ title }} b{{ number }}{{ empty }}",
        "{% if title %}有{% else %}无{% endif %}{% if not empty %}空{% endif %}",
        "{% for row in rows %}<{{ row.head }}>{% for p in row.points %}{{ p }}{% endfor %}{% endfor %}",
        "{% for pair in pairs %}{{ pair[0] }}{{ pair[1] }}{% endfor %}",
        "{% for r in rows %}{% if r.head == '二' %}2{% elif r.head == '一' %}1{% else %}0{%endif%}{%endfor%}",
        "{% for row in rows %}{% if row.head or row.points %}{{ row.head }}{% endif %}{% endfor %}",
        "{% for row in rows %}{{ row.head }}{% endfor %}{% for row in pairs %}{{ row[0] }}{% endfor %}",
    ],
)
def test_a_program_prints_what_jinja_prints(source):
    assert run(program_of(source), VALUES) == Language(Budget(1000, 10_000)).filled(source, VALUES)


@pytest.mark.parametrize(
    "source",
    [
        "{{ title|upper }}",
        "{{ loop.index }}{% set a = 1 %}",
        "{% for a, b in pairs %}{% endfor %}",
        "{% for a in rows %}{% else %}无{% endfor %}",
        "{% for a in rows if a.head %}{{ a.head }}{% endfor %}",
        "{% if number > 2 %}{% endif %}",
        "{{ number + 1 }}",
    ],
)
def test_what_no_program_has_is_told(source):
    with pytest.raises(ValueError, match="no program has"):
        program_of(source)
