"""The nearest clause, fast enough for a long speech."""

import random

from reportgen.checking.nearest import Index


def test_the_most_alike_is_found():
    index = Index(["建立工作机制", "完善考核办法", "建立考核机制"])
    assert index.nearest("建立工作机至").text == "建立工作机制"
    assert index.nearest("完善考核办法").likeness == 1.0
    assert index.nearest("天地玄黄") is None


def test_of_equals_the_first_is_taken():
    assert Index(["加强甲", "加强乙"]).nearest("加强丙").text == "加强甲"


def test_a_long_speech_is_searched():
    chance = random.Random(1)  # noqa: S311  no secret
    clauses = ["".join(chance.choices("加强推进落实完善工作机制责任制度", k=12)) for _ in range(3000)]
    index = Index(clauses)
    for clause in clauses[:100]:
        assert index.nearest(clause[:5] + "人" + clause[6:]).likeness >= 0.8
