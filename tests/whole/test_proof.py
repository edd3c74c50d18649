"""The last line of a build: what was compared before the write, in figures that come from the comparison."""

import dataclasses
import json
import re

import pytest
from test_gate import spoil

from reportgen.analysis import analyse
from reportgen.checking import compare, expected_checklist, ground_of
from reportgen.cli import main
from reportgen.options import Options
from reportgen.outline import parse
from reportgen.planning.checklist import plan_checklist
from reportgen.planning.deck import overflows, plan_deck
from reportgen.planning.facts import Facts
from reportgen.products import USUAL, read_content
from reportgen.readers import read
from reportgen.rendering.pptx import read_layouts
from reportgen.rendering.xlsx import open_look, render_checklist

HEADINGS = 6  # of SPEECH: two sections with two points each


@pytest.fixture
def last_line(run):
    def build(*arguments):
        status, out, _ = run("build", *arguments)
        return status, out.splitlines()[-1].strip()

    return build


def proof_of(tmp_path, capsys, *arguments):
    assert main([*map(str, ("build", *arguments)), "-o", str(tmp_path / "output"), "--json"]) == 0
    return json.loads(capsys.readouterr()[0])["speeches"][0]["proof"]


def test_three_files(speech, last_line):
    status, line = last_line(speech)
    assert status == 0
    assert re.fullmatch(rf"核对：\d+ 个分句均有出处，{HEADINGS} 个标题无一遗漏，幻灯片 0 处溢出", line)


@pytest.mark.parametrize(
    ("only", "said", "unsaid"),
    [("要点", "标题无一遗漏", "溢出"), ("幻灯片", "0 处溢出", "不符"), ("落实清单", "均有出处", "标题")],
)
def test_what_was_not_looked_at_is_not_stated(speech, last_line, only, said, unsaid):
    _, line = last_line(speech, "--only", only)
    assert said in line
    assert unsaid not in line


def test_figures_are_of_the_files_made(speech, tmp_path, capsys):
    each = [proof_of(tmp_path, capsys, speech, "--only", product.role)["sourced"] for product in USUAL]
    assert proof_of(tmp_path, capsys, speech)["sourced"] == sum(each)
    assert len(set(each)) == len(each)


def test_the_count_is_that_of_the_clauses_in_the_file(speech):
    brief = analyse(parse(read(speech)))
    checklist = plan_checklist(brief, Facts())
    data = render_checklist(checklist, open_look(Options().theme.template("checklist.toml")))
    ground = ground_of(brief, Facts())
    found = compare(read_content(data, "清单.xlsx").placed, brief, ground, expected_checklist(checklist))
    texts = [one.text for one in read_content(data, "").placed if not one.echo]
    words = [word for text in texts for word in ground.speech_words(text)]
    assert found.sourced == len(words)
    assert found.unsourced == found.editorial == 0


def test_an_editors_words_are_counted_apart_and_headings_left_out(speech, tmp_path, last_line):
    path = tmp_path / "摘要.yaml"
    main(["brief", str(speech), "-o", str(path)])
    path.write_text(path.read_text("utf-8").replace("文字: 完善考核办法", "文字: 另行印发办法"), "utf-8")
    status, line = last_line(path)
    assert status == 0
    assert re.search(r"编者另加 \d+ 个分句", line)
    assert "标题" not in line


def test_who_takes_files_anyway_gets_the_true_figures(speech, last_line, monkeypatch):
    spoil(monkeypatch, ".docx", "不搞形式主义", "决不搞花架子")
    status, line = last_line(speech, "--anyway")
    assert status == 0
    assert re.search(r"\d+ 个分句有出处，[1-9]\d* 个没有", line)
    assert re.search(r"共 [1-9]\d* 处与讲话稿不符", line)
    assert "均有出处" not in line


def test_a_lost_heading_is_counted(speech, last_line, monkeypatch):
    spoil(monkeypatch, ".docx", "简化办事流程", "")
    _, line = last_line(speech, "--anyway")
    assert f"{HEADINGS} 个标题缺 1 个" in line


def test_a_box_too_small_for_its_words_is_counted(speech):
    layouts = read_layouts(Options().theme.template("deck.pptx"))
    deck = plan_deck(analyse(parse(read(speech))), Facts(), layouts)
    assert overflows(deck, layouts) == 0
    first, *others = deck.slides
    fill = first.fills[0]
    small = dataclasses.replace(layouts.slot(first.layout, fill.slot).box, height=1)
    fills = (dataclasses.replace(fill, box=small), *first.fills[1:])
    worse = dataclasses.replace(deck, slides=(dataclasses.replace(first, fills=fills), *others))
    assert overflows(worse, layouts) == 1


def test_the_line_says_what_overflows(speech, last_line, monkeypatch):
    monkeypatch.setattr("reportgen.planning.deck.overflows", lambda *_: 3)
    assert last_line(speech)[1].endswith("幻灯片 3 处溢出")
