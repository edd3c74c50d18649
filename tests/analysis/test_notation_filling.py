"""Masks filled in an edited brief: its lines, its facts, its places and its speech, whatever was edited."""

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen import briefing, building, options
from reportgen.analysis import Editorial, Excerpt, analyse
from reportgen.analysis.notation import dump, load
from reportgen.cli import main
from reportgen.errors import UsageError
from reportgen.outline import parse
from reportgen.readers import Filling, fill_masks, find_masks, parse_fill
from reportgen.readers.markdown import lines as markdown_lines
from speech import source_of

SPEECH = (
    "在**县工作会议上的讲话\n张某某\n同志们：\n一、支持**镇先行先试\n"
    "由××局牵头，6月底前建立**工作机制，让某某满意。\n二、强化保障\n推动**项目落地，投资5亿元。\n"
)


def filled(text, *given):
    fills = tuple(map(parse_fill, given))
    return load(text, "b.yaml", partial(Filling.of, fills=fills))


def told(line):
    return line.text, isinstance(line, Excerpt)


@pytest.mark.parametrize(
    "given",
    [("**=清河",), ("**#3=督查",), ("**=清河", "**#2=柳林", "某某=群众", "××=县水利"), ("**=",)],
)
def test_an_unedited_brief_is_filled_as_the_speech_is(given):
    source = source_of(SPEECH)
    brief = filled(dump(analyse(parse(source))), *given)
    assert brief.document == parse(fill_masks(source, tuple(map(parse_fill, given))))
    assert all(isinstance(line, Excerpt) for line in brief.abstract)
    assert load(dump(brief), "b.yaml") == brief


def test_numbers_count_the_masks_of_the_speech_and_every_line_keeps_its_place():
    text = dump(analyse(parse(source_of(SPEECH))))
    text = text.replace("文字: 推动**项目落地", "文字: 加快**项目落地")
    text = text.replace("内容摘要:\n", "内容摘要:\n- 支持**镇先行先试\n- 办好**的事\n")
    brief = filled(text, "**#2=柳林", "**#4=水库")
    assert told(brief.abstract[0]) == ("支持柳林镇先行先试", True)
    assert told(brief.abstract[1]) == ("办好**的事", False)
    edited = brief.parts[1].measures[0].line
    assert told(edited) == ("加快水库项目落地", False)
    whole = brief.document.source.text
    assert "推动水库项目落地" in whole
    assert "建立**工作机制" in whole
    for part in brief.walk():
        for line in (part.heading, *(one.line for one in part.measures)):
            for passage in line.passages if isinstance(line, Excerpt) else ():
                assert whole[passage.span.start : passage.span.end] == passage.text


def test_an_editors_own_masks_are_filled_by_a_fill_for_all():
    text = dump(analyse(parse(source_of(SPEECH.replace("**", "甲")))))
    text = text.replace("单位:\n", '单位: "**县政府"\n').replace("内容摘要:\n", "内容摘要:\n- 办好**的事\n")
    brief = filled(text, "**=清河")
    assert brief.facts.unit == "清河县政府"
    assert brief.abstract[0] == Editorial("办好清河的事")
    with pytest.raises(UsageError, match=r"没有掩去的“\*\*#1”。可以填的有：.*\*\*"):
        filled(text, "**#1=清河")


def test_a_heading_stays_one_however_long_its_names():
    source = source_of(SPEECH)
    name = "清河土家族苗族自治县人民政府办公室，" * 6
    brief = filled(dump(analyse(parse(source))), f"**#2={name}")
    assert [part.heading.text for part in brief.parts] == [f"支持{name}镇先行先试", "强化保障"]


def test_marks_of_bold_are_no_masks():
    text = "# 在会上的讲话\n## 一、加强**学习**\n支持**县。\n做到**常学常新**。\n"
    source = source_of(text, lines=markdown_lines(text))
    brief = filled(dump(analyse(parse(source))), "**=清河")
    assert (
        brief.document.source.written
        == "# 在会上的讲话\n## 一、加强**学习**\n支持清河县。\n做到**常学常新**。\n"
    )


PIECES = [
    "**",
    "某某",
    "××",
    "【待补：县名，镇名】",
    "，",
    "。",
    "\n",
    "一、",
    "二、",
    "支持",
    "建立机制",
    "由县局牵头",
]


@settings(max_examples=200)
@given(
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
    st.sampled_from(["", "甲", "清河土家族自治", "a b"]),
)
def test_any_speech_is_filled_with_its_brief(text, name):
    source = source_of(text)
    masks = {mask.passage.text for mask in find_masks(source)}
    fills = tuple(parse_fill(f"{mask}={name}") for mask in sorted(masks))
    brief = load(dump(analyse(parse(source))), "b.yaml", partial(Filling.of, fills=fills))
    assert brief.document.source == fill_masks(source, fills)
    whole = brief.document.source.text
    for part in brief.walk():
        for passage in part.heading.passages if isinstance(part.heading, Excerpt) else ():
            assert whole[passage.span.start : passage.span.end] == passage.text


def test_files_are_made_of_an_edited_brief_filled(tmp_path):
    speech, edited, saved = tmp_path / "讲话.txt", tmp_path / "摘要.yaml", tmp_path / "已填.yaml"
    speech.write_text(SPEECH, "utf-8")
    edited.write_text(dump(briefing.brief(speech)).replace("文字: 强化保障", "文字: 强化**保障", 1), "utf-8")
    fills = ["--fill", "**=清河", "--fill", "某某=群众"]
    assert main(["brief", str(edited), "-o", str(saved), *fills]) == 0
    assert "**" not in saved.read_text("utf-8")
    assert main(["build", str(edited), "-o", str(tmp_path / "one"), *fills]) == 0
    assert main(["build", str(saved), "-o", str(tmp_path / "two")]) == 0
    for path in sorted((tmp_path / "one").glob("讲话-*")):
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()
        assert main(["verify", str(path), "--source", str(edited), *fills]) == 0


def test_what_is_left_of_the_masks_may_be_filled(tmp_path):
    speech, edited = tmp_path / "讲话.txt", tmp_path / "摘要.yaml"
    speech.write_text(SPEECH, "utf-8")
    edited.write_text(dump(briefing.brief(speech)), "utf-8")
    built = building.build(edited, options.Options(tmp_path / "output", fills=(parse_fill("**=清河"),)))
    hints = {notice.diagnostic.hint for notice in built.notices if notice.diagnostic.code == "unfilled-mask"}
    assert hints == {
        "可用 --fill '××#1=…' 填上",
        "可用 --fill '某某#1=…' 填上",
        "可用 --fill '某某#2=…' 填上",
    }


def test_masks_of_a_speech_are_filled_in_its_brief(tmp_path, capsys):
    speech = tmp_path / "讲话.txt"
    speech.write_text(SPEECH, "utf-8")
    assert main(["brief", str(speech), "--fill", "**#2=柳林"]) == 0
    out = capsys.readouterr().out
    assert "标题: 支持柳林镇先行先试\n" in out
    assert "文字: 在**县工作会议上的讲话\n" in out
    assert main(["brief", str(speech), "--fill", "**#9=柳林"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
