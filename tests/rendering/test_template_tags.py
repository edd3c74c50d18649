"""What a user may get wrong in a handout's tags, and what an attacker may try: one line with the place."""

import io
import tracemalloc

import docx
import pytest

from ownhandout import TEMPLATE, changed, with_tags
from reportgen.errors import TemplateError
from reportgen.planning.facts import Facts
from reportgen.planning.handout import plan_handout
from reportgen.rendering.docx import open_handout, render_handout


@pytest.fixture
def render(written_brief):
    def make(path):
        template = open_handout(path)
        return render_handout(plan_handout(written_brief("plain"), Facts(), template.sheet), template)

    return make


@pytest.fixture
def told(render):
    def get(path):
        with pytest.raises(TemplateError) as caught:
            render(path)
        assert str(caught.value).startswith(f"{path}：")
        assert "\n" not in str(caught.value)
        return str(caught.value)

    return get


HOSTILE = {
    "include": (["{% include '/etc/passwd' %}"], "不能用“include”（不能引用别的文件）"),
    "import": (["{%p import 'x' as y %}"], "不能用“import”（不能引用别的文件）"),
    "from": (["{% from 'x' import y %}"], "不能用“from”"),
    "extends": (["{% extends 'x' %}"], "不能用“extends”"),
    "block": (["{% block a %}", "{% endblock %}"], "不能用“block”"),
    "macro": (["{% macro a() %}{{ a() }}{% endmacro %}", "{{ a() }}"], "不能用“macro”"),
    "range": (["{%p for i in range(10**9) %}", "x", "{%p endfor %}"], "不能调用"),
    "long text": (["{{ 'x' * 10**9 }}"], "不能用乘方"),
    "long text by a number": (["{{ 'x' * 1000000000 }}"], "只有数才能加减乘除"),
    "long list": (["{{ [1] * 1000000000 }}"], "只有数才能加减乘除"),
    "great power": (["{{ 9 ** 9 ** 9 }}"], "不能用乘方"),
    "great product": (["{% set a = 999999999 * 999999999 %}{{ a * a }}"], "不能太大"),
    "width": (["{{ '%1000000000d' % 1 }}"], "只有数才能加减乘除"),
    "format": (["{{ '{:>1000000000}'.format(1) }}"], "不能调用"),
    "center": (["{{ title|center(1000000000) }}"], "过滤器“center”"),
    "indent": (["{{ title|indent(1000000000) }}"], "过滤器“indent”"),
    "joined": (["{{ title ~ title }}"], "不能用 ~ 连接"),
    "doubled": (["{% set a = [title, title] %}"], "方括号里只能写固定的文字或数"),
    "markup": (["{{ title|safe }}"], "过滤器“safe”"),
    "class": (["{{ ''.__class__.__mro__[1].__subclasses__() }}"], "不能调用"),
    "attribute": (["{{ title.__class__ }}"], "不能用“__class__”"),
    "attribute by filter": (["{{ title|attr('__class__') }}"], "过滤器“attr”"),
    "attribute by item": (["{{ title['__class__'] }}"], "“title”没有下一级的项"),
    "mapped attribute": (["{{ facts|map(attribute='__class__')|list }}"], "过滤器“map”"),
    "globals": (["{{ cycler.__init__.__globals__.os }}"], "“__globals__”"),
    "self": (["{{ self._TemplateReference__context }}"], "不能用"),
    "lipsum": (["{{ lipsum(100000) }}"], "不能调用"),
    "recursion": (["{%p for x in digest recursive %}", "{%p endfor %}"], "不能用递归循环"),
    "brackets": ([f"{{{{ {'(' * 5000}1{')' * 5000} }}}}"], "套得太深"),
    "signs": ([f"{{{{ {'-' * 5000}1 }}}}"], "套得太深"),
    "loops in loops": (["{%p for a in original %}"] * 25 + ["{%p endfor %}"] * 25, "套了 12 层以上"),
    "ifs in ifs": (["{%p if title %}"] * 100 + ["{%p endif %}"] * 100, "套了 12 层以上"),
    "many rounds": (["{%p for a in original %}"] * 11 + ["{%p endfor %}"] * 11, "远远超过讲话的内容"),
    "long replacement": (
        ["{% set a = abstract|join|replace('', abstract|join) %}", "{{ a|replace('', a) }}"],
        "远远超过讲话的内容",
    ),
    "many tags": (["{{ title }}" * 3000], "最多 2000 个"),
    "many torn tags": (["{%r " * 30_000], "没有写完整"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_would_print_for_hours_or_break_out_is_told_with_its_place(what, told, tmp_path):
    tags, says = HOSTILE[what]
    tracemalloc.start()
    said = told(with_tags(tmp_path / "own.docx", *tags))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert says in said
    assert "正文第 " in said
    assert most < 100_000_000


SLIPS = {
    "unknown name": (["{{ titel }}"], "正文第 1 段的标记 {{ titel }}：没有“titel”这一项，是否想写“title”"),
    "unknown name in words": (
        ["主办：{{ unitt }} 印发"],
        "正文第 1 段（“主办：{{ unitt }} 印发”）的标记 {{ unitt }}：没有“unitt”这一项",
    ),
    "unknown field": (
        ["一", "{%p for f in facts %}", "{{ f.nmae }}", "{%p endfor %}"],
        "正文第 3 段的标记 {{ f.nmae }}：“f”没有“nmae”这一项，是否想写“name”，可写 name、value",
    ),
    "field of a field": (["{{ title.name }}"], "“title”没有下一级的项"),
    "a list in one go": (["{{ facts }}"], "“facts”是列表，要用循环逐项印，如 {%p for x in facts %}"),
    "a record in one go": (
        ["{%p for f in facts %}", "{{ f }}", "{%p endfor %}"],
        "“f”要写明印哪一项：f.name、f.value",
    ),
    "no list": (["{%p for x in title %}", "{{ x }}", "{%p endfor %}"], "“title”不是列表，不能循环"),
    "loop outside": (["{{ loop.index }}"], "loop 只能用在循环里"),
    "field of loop": (
        ["{%p for x in abstract %}", "{{ loop.indx }}", "{%p endfor %}"],
        "“loop”没有“indx”这一项，是否想写“index”",
    ),
    "unknown word": (["{%p fro x in facts %}"], "不认识“fro”，是否想写“for”"),
    "unknown filter": (["{{ title|uper }}"], "过滤器“uper”（是否想写“upper”）"),
    "unknown test": (["{%p if title is strign %}", "{%p endif %}"], "不认识“is strign”"),
    "no end": (["{%p for x in facts %}"], "后面没有与它配对的 {%p endfor %}"),
    "no beginning": (["{%p endif %}"], "前面没有与“endif”配对的 if"),
    "crossed": (
        ["{%p for x in facts %}", "{%p if title %}", "{%p endfor %}", "{%p endif %}"],
        "正文第 3 段的标记 {%p endfor %}：前面没有与“endfor”配对的 for",
    ),
    "other level": (
        ["{%p for x in facts %}", "{{ x.name }}", "{%tr endfor %}"],
        "与 {%p for x in facts %} 配对，应写作 {%p endfor %}",
    ),
    "torn": (["{{ title"], "正文第 1 段（“{{ title”）的标记 {{：没有写完整"),
    "torn before another": (["{{ title 和 {{ date }}"], "没有写完整"),
    "half": (["title }}"], "没有写完整"),
    "full-width": (["｛｛ title ｝｝"], "用了全角符号，标记须用半角"),
    "full-width percent": (["{％p if title ％}"], "用了全角符号"),
    "nothing": (["{{ }}"], "标记写错了，如 {{ title }}"),
    "two in one paragraph": (["{%p if title %}{%p endif %}"], "要单独成一段"),
    "out of range": (["{{ digest[9999].heading }}"], "填不了"),
    "by nought": (["{{ 1 // 0 }}"], "填不了"),
    "merged outside a table": (["{% vm %}"], "只能写在表格的格子里、循环中间"),
    "coloured outside a table": (["{% cellbg 'FF0000' %}"], "只能写在表格的格子里"),
    "several": (["{{ a1 }}", "{{ b2 }}", "{{ c3 }}", "{{ d4 }}", "{{ e5 }}"], "（另有 2 处）"),
}


@pytest.mark.parametrize("what", SLIPS)
def test_a_slip_is_told_with_paragraph_tag_and_what_to_write(what, told, tmp_path):
    tags, says = SLIPS[what]
    assert says in told(with_tags(tmp_path / "own.docx", *tags))


RIGHT = {
    "value": ["{{ title }}"],
    "cut": ["{{ title[:4] }}"],
    "index": ["{{ facts[0].name }}"],
    "first": ["{{ (facts|first).name }}"],
    "how many": ["{{ original|length }}"],
    "set": ["{% set x = title_plain %}{{ x }}"],
    "fallback": ["{{ motto|default('') }}"],
    "asked": ["{%p if motto is defined %}", "有", "{%p endif %}"],
    "note": ["{# 这里放标题 #}"],
    "numbers": ["{%p for x in abstract %}", "{{ loop.index + 1 }}", "{%p endfor %}"],
    "one of": ['{%p if label in ["讲话要点", "发言要点"] %}', "是", "{%p endif %}"],
    "choice": ["{{ '有' if thesis else '无' }}"],
    "side by side": ["{%p if title %}", *(["{%p elif thesis %}"] * 20), "{%p endif %}"],
    "curly quotes": ["{{ ‘讲’ }}"],
    "else of a loop": ["{%p for x in abstract %}", "{{ x }}", "{%p else %}", "无", "{%p endfor %}"],
}


@pytest.mark.parametrize("what", RIGHT)
def test_what_an_office_may_want_to_say_is_filled(what, render, tmp_path):
    assert docx.Document(io.BytesIO(render(with_tags(tmp_path / "own.docx", *RIGHT[what]))))


def test_tags_of_headers_and_properties_are_told_too(told, tmp_path):
    path = changed(tmp_path / "own.docx", "word/headerDigestOdd.xml", (r"title_plain", "titel_plain"))
    assert "页眉第 1 段" in told(path)
    path = changed(tmp_path / "own.docx", "docProps/core.xml", (r"<dc:title>[^<]*<", "<dc:title>{{ x }}<"))
    assert "文档属性 title 的标记 {{ x }}：没有“x”" in told(path)


def test_a_tag_outside_the_words_is_refused_all_the_same(told, tmp_path):
    field = '<w:p><w:r><w:instrText>{{ ("x" * 9).zfill(9) }}</w:instrText></w:r></w:p><w:sectPr>'
    said = told(changed(tmp_path / "own.docx", "word/document.xml", (r"<w:sectPr>(?!.*<w:sectPr>)", field)))
    assert "段落文字以外的地方（如图片说明、域代码）" in said


def test_a_loop_across_the_edge_of_a_table_is_told(told, tmp_path):
    grid = '<w:tblPr/><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid>'
    cell = f"<w:tbl>{grid}<w:tr><w:tc><w:tcPr/>{{}}</w:tc></w:tr></w:tbl>"
    begin = cell.format("<w:p><w:r><w:t>{% for x in facts %}{{ x.name }}</w:t></w:r></w:p>")
    xml = f"<w:body>{begin}<w:p><w:r><w:t>{{% endfor %}}</w:t></w:r></w:p>"
    assert "不在同一层" in told(changed(tmp_path / "own.docx", "word/document.xml", ("<w:body>", xml)))


def test_fixed_words_in_a_loop_do_not_grow_without_end(told, tmp_path):
    words = "<w:p><w:r><w:t>" + "印" * 100_000 + "</w:t></w:r></w:p>"
    tag = "<w:p><w:r><w:t>{{%p {} %}}</w:t></w:r></w:p>"
    begin, end = tag.format("for x in original") * 2, tag.format("endfor") * 2
    path = changed(tmp_path / "own.docx", "word/document.xml", ("<w:body>", f"<w:body>{begin}{words}{end}"))
    assert "印出的内容太多" in told(path)


def test_the_shipped_template_has_nothing_to_be_told(render):
    assert render(TEMPLATE)
