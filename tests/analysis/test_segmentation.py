"""Words: the same whatever is installed, and set phrases that stay whole."""

import builtins

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.analysis import Term
from reportgen.analysis import segmentation as words_of
from reportgen.analysis.clauses import whole
from reportgen.analysis.segmentation import PLAIN, Vocabulary, word_ends, words
from reportgen.planning.breaks import break_heading, is_torn
from reportgen.readers.files import parse_bytes

SENTENCES = (
    "深入贯彻落实党的二十大精神，推动高质量发展取得新成效。",
    "坚持和发展新时代“枫桥经验”，健全共建共治共享的社会治理制度",
    "全县地区生产总值增长8.5%，新增就业3.2万人（其中高校毕业生1200人）。",
    "3—5年内建成A级景区12家，4-2-1家庭结构，5G基站2,000个，PM2.5浓度下降",
    "𠀀㐀罕用字、２０２４年、××县、**镇、〇",
)
PIECES = (
    "贯彻落实党的二十大精神高质量发展新成效枫桥经验县区乡镇一二三、，。“”（）《》0123456789.%-+ABab １Ａ—·"
)
texts = st.text(st.sampled_from(PIECES), max_size=24) | st.text(max_size=12)


@pytest.fixture(autouse=True)
def fresh():
    yield
    words_of._fast.cache_clear()
    words_of._ends.cache_clear()


def by_jieba(text):
    return tuple(words_of._jieba()(text))


@given(texts)
def test_words_are_the_text_again(text):
    assert "".join(words(text)) == text


@given(texts | st.sampled_from(SENTENCES))
def test_both_segmenters_give_the_same_words(text):
    pytest.importorskip("rjieba", reason="rjieba is not installed, so there is nothing to compare")
    assert words(text) == by_jieba(text)


def test_the_fast_one_is_taken_where_it_is_installed():
    rjieba = pytest.importorskip("rjieba", reason="rjieba is not installed")
    assert words_of._fast() is rjieba.cut


def test_without_it_jieba_does_the_same(monkeypatch):
    before = [words(text) for text in SENTENCES]
    real = builtins.__import__

    def without(name, *rest):
        if name == "rjieba":
            raise ImportError(name)
        return real(name, *rest)

    words_of._fast.cache_clear()
    monkeypatch.setattr(builtins, "__import__", without)
    assert words_of._fast() is None
    assert [words(text) for text in SENTENCES] == before


@given(texts | st.sampled_from(SENTENCES))
def test_set_phrases_only_take_word_ends_away(text):
    assert PLAIN.ends(text) <= word_ends(text)


def test_a_known_phrase_is_a_word():
    text = "推进全过程人民民主建设"
    start = text.index("全过程")
    inside = range(start + 1, start + len("全过程人民民主"))
    assert set(inside) & word_ends(text)
    assert not set(inside) & PLAIN.ends(text)


def test_a_phrase_of_the_speech_is_a_word_of_it():
    source = parse_bytes("深化“三进三帮”行动。".encode(), "x.txt", "x")
    at = source.text.index("三进三帮")
    phrase = source.passage(at, at + 4)
    text = "全县三进三帮工作推进会"
    own = Vocabulary.of([Term(phrase, whole(phrase))])
    assert own.ends(text) == PLAIN.ends(text) - {3, 4, 5}
    assert PLAIN.ends(text) & {3, 4, 5}


def test_a_heading_sentence_in_quotes_is_no_word():
    said = "“坚持把发展经济的着力点放在实体经济上”"
    passage = parse_bytes(said.encode(), "x.txt", "x").passage(1, len(said) - 1)
    assert Vocabulary.of([Term(passage, whole(passage))]) == PLAIN


def test_where_no_line_has_room_for_a_phrase_it_is_parted_between_words():
    lines = break_heading("推进全过程人民民主", 4, PLAIN)
    assert "".join(lines) == "推进全过程人民民主"
    assert not is_torn(lines)
