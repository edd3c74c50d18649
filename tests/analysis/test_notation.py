"""The brief as YAML: how it looks, that it comes back, what an editor's changes do, and how faults are told.

Cases are text: under fixtures/brief, ``*.txt`` hold a brief's script and its YAML; ``edits.txt`` and
``faults.txt`` hold changes to the YAML of ``whole.txt`` as hunks (``@@`` parts them), and behind ``=====``
what changes in print, or the fault.
"""

import difflib
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from briefscript import read_brief
from golden import PARTING, Golden, halves
from reportgen import briefing
from reportgen.analysis import Editorial, Excerpt, Facts, Figure, Kind, analyse
from reportgen.analysis.notation import dump, load, to_json
from reportgen.cli import main
from reportgen.errors import BriefError
from reportgen.outline import parse
from reportgen.planning.wording import shown
from reportgen.readers.files import parse_bytes
from reportgen.source import MARK, split_lines
from speech import source_of

TESTS = Path(__file__).parent.parent
FIXTURES = TESTS / "fixtures" / "brief"
LINE = PARTING.lstrip("\n")


def scripts():
    return sorted(path for path in FIXTURES.glob("*.txt") if path.stem not in ("edits", "faults"))


def cases(name):
    path = FIXTURES / f"{name}.txt"
    found = []
    for block in re.split(r"^## ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        title, _, rest = block.partition("\n")
        hunks, parting, told = rest.partition(LINE)
        text = f"{told.strip()}\n" if told.strip() else ""
        found.append(pytest.param(hunks, Golden(path, text, f"## {title}\n{hunks}{parting}"), id=title))
    return found


def whole():
    return read_brief(halves(FIXTURES / "whole.txt")[0])


def edited(text, hunks):
    """A text with the hunks of a case put in; each must fit at one place."""
    for hunk in filter(None, hunks.split("@@\n")):
        lines = hunk.splitlines(keepends=True)
        old = "".join(line[1:] for line in lines if line[0] in " -")
        new = "".join(line[1:] for line in lines if line[0] in " +")
        assert f"\n{text}".count(f"\n{old}") == 1, f"{old!r} is not there once"
        text = f"\n{text}".replace(f"\n{old}", f"\n{new}")[1:]
    return text


def told_by(brief):
    return [line.rstrip() for line in printed(brief)]


def printed(brief):
    """What will be printed, a line a thing."""
    document, facts = brief.document, brief.facts
    yield f"标题 {facts.title or document.title_text}"
    for name, fact, own in (
        ("副标题", None, document.subtitle),
        ("讲话人", facts.speaker, document.byline),
        ("单位", facts.unit, None),
        ("日期", facts.date, document.date),
    ):
        yield f"{name} {fact or own or ''}"
    yield f"要义 {shown(brief.thesis) if brief.thesis else ''}"
    yield from (f"短语 {shown(line)}" for line in brief.pillars)
    yield from (f"摘要 {shown(line)}" for line in brief.abstract)
    for part in brief.walk():
        yield f"{part.node.level} {part.marker}{shown(part.heading)}"
        yield from (f"概括 {shown(line)}" for line in [part.summary] if line != part.heading)
        yield from (f"导语 {shown(line)}" for line in part.lead)
        yield from (f"举措 {shown(one.line)}{kind_of(one)}" for one in part.measures)
        yield from (f"目标 {shown(one.line)}" for one in part.goals)
    yield from (f"提法 {term.text} | {shown(term.context)}" for term in brief.terms)
    yield from (f"数字 {one.value}{one.unit or ''} | {shown(one.clause)}" for one in brief.figures)
    for task in brief.tasks:
        steps = [f"{shown(one.line)}{stated_of(one)}" for one in task.measures]
        steps += [shown(one.line) for one in task.goals]
        yield f"任务 {' | '.join([shown(task.headline), task.where, '；'.join(steps)])}"


def stated_of(measure):
    said = [shown(line) for line in (measure.owner, measure.deadline) if line]
    return f"[{' '.join(said)}]" if said else ""


def kind_of(measure):
    return "" if measure.kind is Kind.TODO else f" ({measure.kind})"


@pytest.mark.parametrize("path", scripts(), ids=lambda path: path.stem)
def test_how_it_looks(path, golden):
    script, expected = halves(path)
    brief = read_brief(script)
    written = dump(brief)
    golden(expected, written)
    assert list(printed(load(written, "b.yaml"))) == list(printed(brief))
    assert dump(load(written, "b.yaml")) == written


@pytest.mark.parametrize(("hunks", "told"), cases("edits"))
def test_what_an_editor_changes(hunks, told, golden):
    brief = whole()
    text = edited(dump(brief), hunks)
    changed = load(text, "b.yaml")
    lines = difflib.unified_diff(told_by(brief), told_by(changed), n=0, lineterm="")
    golden(told, [line for line in lines if not re.match(r"---|\+\+\+|@@", line)])
    assert load(dump(changed), "b.yaml") == changed, "an edited brief is not what it says"


@pytest.mark.parametrize(("hunks", "told"), cases("faults"))
def test_what_is_wrong(hunks, told, golden):
    with pytest.raises(BriefError) as caught:
        load(edited(dump(whole()), hunks), "b.yaml")
    golden(told, [str(caught.value)])


def of_text(text, name="讲话.txt"):
    return analyse(parse(parse_bytes(text.encode(), name, name.rpartition(".")[0])))


def comes_back(brief):
    written = dump(brief)
    assert load(written, "b.yaml") == brief
    return written


@pytest.mark.parametrize(
    "path", sorted((TESTS / "fixtures" / "outline").glob("*.txt")), ids=lambda path: path.stem
)
def test_every_shape_of_outline_comes_back(path):
    comes_back(of_text(halves(path)[0]))


def test_the_seed_comes_back_and_is_valid_yaml_for_others():
    (seed,) = (TESTS.parent / "seeds").glob("*.txt")
    brief = briefing.brief(seed)
    plain = yaml.safe_load(comes_back(brief))
    assert plain["原文"] == brief.document.source.text
    assert plain["核心要义"]["文字"] == brief.thesis.text
    assert [part["标题"] for part in plain["各部分"]] == [part.heading.text for part in brief.parts]


@pytest.mark.parametrize(
    "text",
    [
        "只有一句话。",
        "\n\n  同志们：\n\n",
        "一、\n二、\n三、\n",
        "在会上的讲话\n" + "推动各项工作落实，" * 1000 + "\n",
        "一、" + "长" * 3000 + "\n推动工作落实。",
        "在会上的讲话\n- a: b\n#c\n  ---\n...\n? x\n\t制表\n行尾 \n",
        "甲\x85乙\u2028丙\u2029丁\ufeff戊\x80己\r庚\n 行首有空格\n",
        "同志们：😀𠀀\n一、建设‘甲’\"乙\"\\n：丙\n推动'落实'。",
    ],
    ids=["sentence", "blank", "bare", "long", "wide", "yaml", "controls", "quotes"],
)
def test_odd_texts_come_back(text):
    written = comes_back(analyse(parse(source_of(text))))
    assert yaml.safe_load(written)["原文"] == text


def test_what_the_format_said_about_lines_comes_back():
    markdown = of_text("# 在会上的讲话\n## 一、加强**学习**\n**建立机制**，落实责任。\n", "讲话.md")
    assert "行格式:\n- 行: '1'\n  级别: '1'\n" in comes_back(markdown)
    text = "在会上的讲话\n\n一、加强学习\n"
    lines = tuple(replace(line, paragraph=line.paragraph + 3, page=2) for line in split_lines(text))
    comes_back(analyse(parse(source_of(text, "x.pdf", lines))))


MARKED = "研发**投入强**度占比达到2%。要把`专利`数量提高到300件，打造“科技**强**县”。"


def test_words_with_marks_of_the_format_inside_are_written_without_and_come_back():
    """A brief showed such marks as signs without width."""
    text = f"# 在会上的讲话\n\n同志们：\n\n## 一、加强研发\n\n{MARKED}\n"
    written = comes_back(of_text(text, "讲话.md"))
    assert MARK not in written
    assert "文字: 研发投入强度占比\n" in written


def test_a_file_saved_by_notepad_is_read_the_same(tmp_path):
    brief = of_text("在会上的讲话\n一、加强学习\n推动工作落实。\n")
    path = tmp_path / "b.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + dump(brief).replace("\n", "\r\n").encode())
    assert briefing.brief(path) == brief


def test_owner_deadline_and_figures_come_back():
    text = "在会上的讲话\n一、加强学习\n建立工作机制，由市司法局牵头，6月底前完成。已办结12件。\n"
    brief = of_text(text)
    source = brief.document.source

    def excerpt(words):
        at = text.index(words)
        return Excerpt((source.passage(at, at + len(words)),), words)

    at = text.index("12件")
    figures = (
        Figure(source.passage(at, at + 2), source.passage(at + 2, at + 3), excerpt("已办结12件")),
        Figure(source.passage(at, at + 2), None, Editorial("办结情况")),
    )
    (task, *_) = brief.tasks
    measure = replace(task.measures[0], owner=excerpt("市司法局"), deadline=Editorial("7月"))
    task = replace(task, measures=(measure,))
    comes_back(replace(brief, figures=figures, tasks=(task,), thesis=None, facts=Facts(unit="某市")))


@pytest.mark.parametrize(
    "path", sorted((TESTS / "fixtures" / "figures").glob("*.txt")), ids=lambda path: path.stem
)
def test_what_is_said_of_figures_comes_back(path):
    brief = of_text(halves(path)[0])
    assert dump(load(comes_back(brief), "b.yaml")) == dump(brief)


def test_series_and_what_is_said_of_a_figure_are_edited():
    brief = of_text("在会上的讲话\n参保人口从2019年的12万人增加到2024年的18万人。")
    written = dump(brief)
    assert written.count("内容: 参保人口") == 1
    with pytest.raises(BriefError, match="在原文里找不到"):
        load(written.replace("内容: 参保人口", "内容: 参保人数"), "b.yaml")
    with pytest.raises(BriefError, match="没有写单位"):
        load(written.replace("  单位:\n    文字: 万人", "  单位:\n    文字:"), "b.yaml")
    data = to_json(brief)
    assert [(one["label"]["text"], one["value"]["text"]) for one in data["series"][0]["points"]] == [
        ("2019年", "12"),
        ("2024年", "18"),
    ]
    assert data["figures"][1]["period"]["text"] == "2024年"


def test_deep_files_are_refused_and_not_gone_into():
    for text in ("[" * 100_000, "- " * 50_000, "? " * 10_000):
        with pytest.raises(BriefError, match="层次太多"):
            load(text, "b.yaml")


def test_data_for_programs():
    brief = whole()
    data = json.loads(json.dumps(to_json(brief)))
    text = brief.document.source.text
    assert list(data) == [
        *("source", "thesis", "abstract", "outside", "wanted", "sections", "measures", "goals"),
        *("terms", "figures", "series", "tasks", "clauses"),
    ]
    assert data["thesis"] == {"text": "要把握核心要义、明确实践要求", "spans": [{"start": 51, "end": 65}]}
    assert [(part["heading"], len(part["points"])) for part in data["sections"]] == [
        ("加强学习，提高认识", 2),
        ("优化服务，改进作风", 0),
    ]
    assert text[data["sections"][1]["start"] :].startswith("二、优化")
    opening, first = data["measures"][:2]
    assert (opening["text"], opening["start"]) == ("要把握核心要义、明确实践要求", 51)
    assert (first["text"], first["kind"]) == ("建立工作机制", "todo")
    assert text[first["start"] : first["end"]] == "建立工作机制"
    assert len(data["goals"]) == 3
    assert data["terms"][0]["context"]["text"] == "深化“放管服”改革"
    assert [one["owner"] for one in data["tasks"][0]["measures"]] == [None, None]
    assert [one["text"] for one in data["tasks"][0]["measures"]] == ["建立工作机制", "落实工作责任"]


def test_what_an_editor_added_begins_nowhere():
    text = dump(whole()).replace("各部分:\n", "各部分:\n- 标题: 强化保障\n")
    text = text.replace("落实清单:\n", "落实清单:\n- 任务: 开展督查\n")
    data = to_json(load(text, "b.yaml"))
    assert [part["start"] is None for part in data["sections"]] == [True, False, False]
    assert [task["start"] is None for task in data["tasks"]] == [True, False, False, False]


def test_data_gives_an_editors_line_no_place_and_an_excerpt_all_of_its_own():
    brief = whole()
    source = brief.document.source
    pieces = (source.passage(98, 104), source.passage(112, 121))
    thesis = Excerpt(pieces, "建立工作机制，让各项任务落到实处")
    data = to_json(replace(brief, thesis=thesis, abstract=(Editorial("甲"),)))
    assert data["thesis"]["spans"] == [{"start": 98, "end": 104}, {"start": 112, "end": 121}]
    assert data["abstract"] == [{"text": "甲", "spans": []}]


def test_the_command_and_the_files_of_an_edited_brief(tmp_path, capsys):
    speech, path = tmp_path / "讲话.txt", tmp_path / "改稿.yaml"
    speech.write_text(whole().document.source.text, "utf-8")
    assert main(["brief", str(speech), "-o", str(path)]) == 0
    text = path.read_text("utf-8")
    points = "  要点:\n  - 标题: 保障经费\n    举措:\n    - 列入年度预算\n"
    added = f"各部分:\n- 标题: 强化保障\n{points}- 标题: 空白\n"
    text = text.replace("各部分:\n", added).replace(
        "落实清单:\n", "落实清单:\n- 任务: 保障经费\n- 任务: 督查\n"
    )
    path.write_text(text, "utf-8")
    assert main(["build", str(path), "-o", str(tmp_path / "output")]) == 0
    assert {one.name for one in (tmp_path / "output").glob("讲话-*")} == {
        *("讲话-要点.docx", "讲话-幻灯片.pptx", "讲话-落实清单.xlsx")
    }
    path.write_text(text.replace("单位:", "单 位:", 1), "utf-8")
    capsys.readouterr()
    assert main(["build", str(path), "-o", str(tmp_path / "output")]) == 1
    err = capsys.readouterr().err
    assert err.startswith(f"错误：{path}:")
    assert err.count("\n") == 1
