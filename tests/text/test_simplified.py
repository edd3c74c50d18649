"""The view that rules read: equal in length, and the text itself where that is simplified."""

from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.text.simplified import is_traditional, simplified

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("同志們，謝謝大家！", "同志们，谢谢大家！"),
        ("在全市經濟工作會議上的講話", "在全市经济工作会议上的讲话"),
        ("實現「雙下降」，堅持『兩手抓』", "实现“双下降”，坚持‘两手抓’"),
        ("第一﹐要講清楚﹔第二﹐要辦好", "第一，要讲清楚；第二，要办好"),
        # Of Taiwan and of Hong Kong; both write some characters that the other does not.
        ("臺灣的衞生、裏面、線路", "台湾的卫生、里面、线路"),
        ("啓動說明會，群眾說好", "启动说明会，群众说好"),
    ],
)
def test_traditional_text_is_read_as_simplified(text, read):
    assert simplified(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("隨著經濟發展，成效顯著", "随着经济发展，成效显著"),
        ("應當瞭解計畫，登高瞭望", "应当了解计划，登高瞭望"),
        ("憑藉實力，藉此機會慰藉親人", "凭借实力，借此机会慰藉亲人"),
        ("幹部要實幹，乾淨擔當，扭轉乾坤", "干部要实干，干净担当，扭转乾坤"),
        ("徵求意見，覆蓋各縣，及時答覆", "征求意见，覆盖各县，及时答复"),
    ],
)
def test_a_character_is_read_by_its_word(text, read):
    assert simplified(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "坚持以人民为中心，扭转乾坤，慰藉乡亲，宫商角徵羽，著名作家，登高瞭望，於是",
        "朱镕基同志、李頔、张堃三位同志参加会议，陶喆作报告，他们讲得好",
        "台北的“國立故宮博物院”是两岸同胞共有的，要把两岸的文化交流办好，办出成效，让更多的人看得到、摸得着，让青年走到一起",
        "plain English, 1234 ",
        "",
    ],
)
def test_a_simplified_text_is_read_as_it_is(text):
    assert simplified(text) is text


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_real_speeches_are_read_as_they_are(path):
    text = path.read_text("utf-8")
    assert simplified(text) is text


@given(st.text(st.sampled_from("的著瞭解顯隨藉口乾坤徵覆答後於國會講話「」﹐，。 \n𫝈\ud800a1")))
def test_the_view_has_the_length_of_the_text_and_is_read_as_itself(text):
    read = simplified(text)
    assert len(read) == len(text)
    assert [char for char in read if char.isspace()] == [char for char in text if char.isspace()]
    assert not is_traditional(read)


def test_each_row_of_the_table_has_one_length_and_names_its_source():
    lines = files("reportgen.text").joinpath("data/simplified.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    forms = [form for _, many in rows for form in many.split(" ")]
    assert all(len(form) == len(plain) for plain, many in rows for form in many.split(" "))
    assert len(forms) == len(set(forms)), "a form is read in one way"
    assert any("OpenCC" in line and "github.com" in line for line in lines)
    assert any("Apache License" in line for line in lines)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("鄉鎮黨委要紮實推進鄉村振興", "乡镇党委要扎实推进乡村振兴"),
        ("發揮優勢，頭髮花白的老幹部也來參會", "发挥优势，头发花白的老干部也来参会"),
        ("後勤保障要跟上，皇后大道同樣要整治環境", "后勤保障要跟上，皇后大道同样要整治环境"),
        ("到二〇二五年，完成投資八十五億元", "到二〇二五年，完成投资八十五亿元"),
        ("一、壓實責任。二、強化監督﹔三、嚴肅問責！", "一、压实责任。二、强化监督；三、严肃问责！"),
        ("責任單位：縣財政局；完成時限：六月底前", "责任单位：县财政局；完成时限：六月底前"),
    ],
)
def test_sentences_of_offices_are_read_word_by_word(text, read):
    assert simplified(text) == read


def test_a_name_in_old_characters_makes_no_speech_a_traditional_one():
    text = "陳雲同志的故居要保护好。" + "周边环境要整治好，让更多的群众受到教育。" * 3
    assert not is_traditional(text)
    assert simplified(text) is text


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_reading_again_what_was_read_changes_nothing(path):
    for line in path.read_text("utf-8").splitlines():
        assert simplified(simplified(line)) is line
