"""One row a product: what the command line, JSON, help, the comparison and `verify` say all comes from it."""

import dataclasses
import json
import zipfile

import pytest

from reportgen import products
from reportgen.briefing import brief
from reportgen.checking import Expected, Placed
from reportgen.choices import chosen_products
from reportgen.cli import main
from reportgen.errors import CheckError, UsageError
from reportgen.planning.length import Length
from reportgen.products import (
    PRODUCTS,
    SUFFIXES,
    TEMPLATES,
    USUAL,
    in_words,
    make,
    opened,
    owed_again,
    read_content,
)
from reportgen.themes import standard

SPEECH = """在全市重点工作推进会上的讲话
同志们：
一、抓好项目建设
要加快推进在建项目，由市发改委牵头，6月底前完成。要建立工作台账。
二、优化营商环境
要推行一窗受理，压缩办理时间。
"""


@pytest.fixture(scope="module")
def said(tmp_path_factory):
    path = tmp_path_factory.mktemp("products") / "讲话.txt"
    path.write_text(SPEECH, "utf-8")
    return brief(path)


@pytest.fixture(scope="module")
def templates():
    return opened(PRODUCTS, standard())


@pytest.fixture(scope="module")
def made(said, templates):
    facts = said.facts
    return {product: make(product, said, facts, Length(), templates[product]) for product in PRODUCTS}


def test_rows_are_told_apart_by_every_name():
    for field in ("role", "template"):
        assert len({getattr(product, field) for product in PRODUCTS}) == len(PRODUCTS), field
    for field in ("suffix", "vocabulary", "application"):
        assert len({getattr(product, field) for product in USUAL}) == len(USUAL), field
    assert all(product.style for product in PRODUCTS if not product.is_usual)
    assert {product.suffix for product in PRODUCTS} == SUFFIXES
    assert tuple(name for product in PRODUCTS for name in product.templates) == TEMPLATES
    assert len(set(TEMPLATES)) == len(TEMPLATES)


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.role)
class TestARow:
    def test_its_file_is_read_again_as_what_it_is(self, product, made):
        content = read_content(made[product].data, "x")
        assert content.product is product
        assert content.placed

    def test_what_it_owes_stands_in_it(self, product, made):
        texts = "".join("".join(one.text.split()) for one in read_content(made[product].data, "x").placed)
        for wanted in made[product].expected.texts:
            assert "".join(wanted.text.split()) in texts

    def test_planned_again_from_the_file_it_owes_the_same(self, product, made, said, tmp_path):
        path = tmp_path / f"改过{product.suffix}"
        path.write_bytes(made[product].data)
        facts = said.facts
        again = owed_again(product, said, facts, Length(), path, None)
        assert {one.text for one in again.texts} >= {one.text for one in made[product].expected.texts}

    def test_a_file_of_a_foreign_look_owes_what_the_standard_look_has(self, product, made, said, tmp_path):
        path = tmp_path / f"别样{product.suffix}"
        path.write_bytes(b"PK")
        facts = said.facts
        assert owed_again(product, said, facts, Length(), path, None) == made[product].expected

    def test_every_count_has_its_measure_word(self, product, made):
        assert set(made[product].counts) == {*product.units, *product.details}

    def test_the_same_speech_gives_the_same_bytes(self, product, made, said, templates):
        facts = said.facts
        assert make(product, said, facts, Length(), templates[product]).data == made[product].data

    def test_it_is_chosen_by_its_role_and_by_its_suffix(self, product):
        assert chosen_products([product.role]) == (product,)
        if product.is_usual:
            assert chosen_products([product.kind.upper()]) == (product,)

    def test_help_and_readme_know_its_name(self, product, capsys):
        main(["--help"])
        assert product.name in capsys.readouterr().out.replace("\n", "")


def test_choosing_keeps_the_order_of_the_table():
    names = [product.role for product in reversed(PRODUCTS)]
    assert chosen_products(["，".join(names)]) == PRODUCTS
    assert chosen_products([]) == USUAL


def test_an_unknown_product_lists_all_names():
    with pytest.raises(UsageError) as told:
        chosen_products(["海报"])
    assert all(product.role in str(told.value) and product.kind in str(told.value) for product in PRODUCTS)


def test_a_package_of_another_kind_is_none_of_ours(tmp_path):
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
    with pytest.raises(CheckError, match="不是 Word、PowerPoint 或 Excel 文件"):
        read_content(path.read_bytes(), "x.zip")


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (["甲"], "甲"),
        (["甲", "乙"], "甲和乙"),
        (["甲", "乙", "Excel 丙"], "甲、乙和 Excel 丙"),
        ([".docx", ".pptx"], ".docx 和 .pptx"),
    ],
)
def test_an_enumeration_in_words(words, text):
    assert in_words(words) == text


def _plain_text(tmp_path):
    """A product that this test makes up: the headings as plain text, packed so that it is told again."""

    def render(plan, _template):
        path = tmp_path / "made.zip"
        with zipfile.ZipFile(path, "w") as package:
            package.writestr("_rels/.rels", _RELATIONS)
            package.writestr("main.xml", f'<plain xmlns="urn:plain">{plan}</plain>')
        return path.read_bytes()

    return dataclasses.replace(
        products.HANDOUT,
        role="提纲",
        suffix=".plain",
        application="记事本",
        template="checklist.toml",
        vocabulary="urn:plain",
        opened=lambda path, _data: path,
        planned=lambda said, _facts, _length, _template: "\n".join(
            node.heading.text for node in said.document.walk()
        ),
        rendered=render,
        owed=lambda _plan: Expected(),
        read=lambda package: (Placed(package.root("main.xml").text, "全文", 1),),
        counted=lambda plan: {"lines": plan.count("\n") + 1},
        units={"lines": "行"},
        details={},
        has_words=False,
    )


_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="main.xml"/></Relationships>'
)


def test_a_new_product_is_one_row(tmp_path, monkeypatch, capsys):
    """What a successor does for a new product: a row; build, JSON, the screen and `verify` follow."""
    rows = (*PRODUCTS, _plain_text(tmp_path))
    for module in ("products.table", "products.reading", "choices", "comparing"):
        monkeypatch.setattr(f"reportgen.{module}.PRODUCTS", rows)
    monkeypatch.setattr("reportgen.verifying.SUFFIXES", SUFFIXES | {".plain"})
    speech = tmp_path / "讲话.txt"
    speech.write_text(SPEECH, "utf-8")
    out = tmp_path / "out"
    assert main(["build", str(speech), "-o", str(out), "--only", "提纲,pptx"]) == 0
    assert "记事本 提纲（2 行）" in capsys.readouterr().out
    assert main(["build", str(speech), "-o", str(out), "--only", "plain", "--json"]) == 0
    (output,) = json.loads(capsys.readouterr().out)["speeches"][0]["outputs"]
    assert (output["role"], output["lines"]) == ("提纲", 2)
    assert main(["verify", str(out), "--source", str(speech)]) == 0
    assert "讲话-提纲.plain：与原文一致" in capsys.readouterr().out


def test_the_gate_stands_before_a_new_product_too(tmp_path, monkeypatch, capsys):
    liar = dataclasses.replace(
        _plain_text(tmp_path), planned=lambda *_: "全县人民要在三年内建成一百座大桥并且全部通车"
    )
    for module in ("products.table", "products.reading", "choices", "comparing"):
        monkeypatch.setattr(f"reportgen.{module}.PRODUCTS", (*PRODUCTS, liar))
    speech = tmp_path / "讲话.txt"
    speech.write_text(SPEECH, "utf-8")
    assert main(["build", str(speech), "-o", str(tmp_path / "out"), "--only", "提纲"]) == 1
    assert "成稿与讲话稿不符" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
