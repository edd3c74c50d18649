"""Every clause of a speech with its kind and weight: whole, in order, and told by what it does there."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.analysis.clauses.explain import NAMES, named
from reportgen.analysis.clauses.kinds import KINDS, likelihoods, model
from reportgen.analysis.explained import explained
from reportgen.analysis.reading import judged
from reportgen.cli import main
from reportgen.outline import parse
from reportgen.readers.tidying import tidy
from speech import brief_of, source_of

SPEECH = """关于加快养老服务发展的建议
我省老年人口已达1800万，占总人口的23%。当前，养老机构床位不足，护理人员短缺。
一、存在的问题
农村养老设施数量少，服务质量不高。
二、几点建议
1.加强设施建设。县民政局要在2026年底前建成10个区域养老服务中心，让老年人就近享受服务。
2.培养护理人才。支持职业院校开设老年护理专业，对入职满三年的护理员给予一次性补贴。
谢谢大家。
"""


def clauses(text):
    source = source_of(tidy(text))
    return source.text, judged(parse(source))


def kind_of(words, text=SPEECH):
    text, found = clauses(text)
    return next(one.kind for one in found if words in text[one.span.start : one.span.end])


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("关于加快养老服务发展的建议", "heading"),
        ("几点建议", "heading"),
        ("占总人口的23%", "finding"),
        ("护理人员短缺", "finding"),
        ("服务质量不高", "finding"),
        ("建成10个区域养老服务中心", "todo"),
        ("支持职业院校开设老年护理专业", "todo"),
        ("让老年人就近享受服务", "goal"),
        ("谢谢大家", "courtesy"),
    ],
)
def test_a_clause_is_what_it_does_in_this_speech(words, kind):
    assert kind_of(words) == kind


def test_what_is_to_be_done_says_who_and_by_when_and_nothing_else_does():
    text, found = clauses(SPEECH)
    stated = [(one.kind, one.owner, one.deadline) for one in found if one.owner or one.deadline]
    assert [(kind, text[who.start : who.end], text[day.start : day.end]) for kind, who, day in stated] == [
        ("todo", "县民政局", "2026年底前")
    ]


def test_measures_weigh_more_than_ceremony_and_headings_nothing():
    text, found = clauses(SPEECH)
    weights = {text[one.span.start : one.span.end]: one.weight for one in found}
    concrete = next(weight for words, weight in weights.items() if "建成10个" in words)
    assert concrete > next(weight for words, weight in weights.items() if "谢谢" in words)
    assert {one.weight for one in found if one.kind == "heading"} == {0.0}
    assert all(one.weight >= 0 for one in found)


def test_a_speech_in_traditional_characters_has_the_kinds_of_its_twin():
    simple = "在会上的讲话\n同志们：\n一、抓项目\n要建立联系机制，让企业满意。\n"
    traditional = "在會上的講話\n同志們：\n一、抓項目\n要建立聯繫機制，讓企業滿意。\n"
    assert [(one.span, one.kind, one.weight) for one in clauses(simple)[1]] == [
        (one.span, one.kind, one.weight) for one in clauses(traditional)[1]
    ]


@given(
    st.lists(
        st.sampled_from("要完善机制，让群众满意。一、二、\n抓项目建设；已建成3个：谢谢！"), max_size=60
    ).map("".join)
)
def test_clauses_stand_in_order_hold_words_and_overlap_nowhere(body):
    text, found = clauses(f"在会上的讲话\n同志们：\n{body}\n")
    assert all(one.kind in KINDS for one in found)
    assert all(text[one.span.start : one.span.end].strip() for one in found)
    ends = 0
    for one in sorted(found, key=lambda one: one.span.start):
        assert one.span.start >= ends
        ends = one.span.end


def test_the_same_speech_is_read_the_same_each_time():
    assert clauses(SPEECH)[1] == clauses(SPEECH)[1]


def test_likelihoods_come_to_one():
    assert sum(likelihoods([(1.0, 2.0, -3.0, 0.5, 700.0, -700.0, 0.0)])) == pytest.approx(1)
    assert len(model().bias) == len(KINDS)


@pytest.mark.parametrize(
    ("feature", "words"),
    [
        ("^要", "以“要”开头"),
        ("$机制", "以“机制”结尾"),
        ("h:建议", "小标题有“建议”"),
        ("owner", "写明由谁做"),
        ("推进", "有“推进”"),
        ("m，", ""),
    ],
)
def test_features_have_words_for_people(feature, words):
    assert named(feature) == words


class TestExplained:
    def test_a_line_a_clause_with_place_kind_weight_use_and_reasons(self):
        rows = [line.split("\t") for line in explained(brief_of(SPEECH)).splitlines()]
        assert rows[0] == ["位置", "种类", "权重", "用处", "分句", "依据"]
        assert all(len(row) == len(rows[0]) for row in rows)
        assert {row[1] for row in rows[1:]} <= set(NAMES.values())
        (measure,) = [row for row in rows if "建成10个区域养老服务中心" in row[4]]
        assert {"举措", "清单"} <= set(measure[3].split("、"))
        assert measure[5]
        (thanks,) = [row for row in rows if row[4] == "谢谢大家"]
        assert thanks[3] == "未用"

    def test_the_command_prints_it(self, capsys, tmp_path):
        path = tmp_path / "稿.txt"
        path.write_text(SPEECH, "utf-8")
        assert main(["brief", str(path), "--why"]) == 0
        told = capsys.readouterr()
        assert told.err == ""
        assert told.out.startswith("位置\t种类\t")

    def test_json_has_the_clauses_and_takes_no_why(self, capsys, tmp_path):
        path = tmp_path / "稿.txt"
        path.write_text(SPEECH, "utf-8")
        assert main(["brief", str(path), "--json"]) == 0
        found = json.loads(capsys.readouterr().out)["clauses"]
        (one,) = [clause for clause in found if clause["owner"]]
        assert (one["kind"], one["owner"], one["deadline"]) == ("todo", "县民政局", "2026年底前")
        assert main(["brief", str(path), "--why", "--json"]) == 2
        assert "不能一起用" in capsys.readouterr().err
