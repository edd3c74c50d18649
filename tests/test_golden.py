"""Golden texts are found and rewritten in every form that a case may have."""

import pytest

from golden import Golden, beside, blocks, halves, rows


def written(path, text):
    path.write_text(text, "utf-8")
    return path


def test_the_half_behind_the_line_is_rewritten(tmp_path):
    path = written(tmp_path / "a.txt", "讲话\n同志们：\n=====\n旧\n")
    speech, expected = halves(path)
    assert (speech, expected.text) == ("讲话\n同志们：", "旧\n")
    expected.rewrite("新\n新\n")
    assert path.read_text("utf-8") == "讲话\n同志们：\n=====\n新\n新\n"


def test_a_new_case_has_nothing_beside_it_yet(tmp_path):
    expected = beside(written(tmp_path / "a.txt", "讲话\n"), ".deck")
    assert expected.text == ""
    expected.rewrite("[1] cover\n")
    assert beside(tmp_path / "a.txt", ".deck").text == "[1] cover\n"


def test_lines_below_a_case_are_rewritten_and_comments_stay(tmp_path):
    path = written(tmp_path / "a.txt", "# 说明\n> 甲\n> 乙\n旧\n旧\n\n# 说明\n14> 丙\n-\n")
    cases = list(blocks(path))
    found = [(limit, case, expected.text) for limit, case, expected in cases]
    assert found == [("", "甲", ""), ("", "乙", "旧\n旧\n"), ("14", "丙", "-\n")]
    for (_, _, expected), text in zip(cases, ("一\n", "", "三\n"), strict=True):
        expected.rewrite(text)
    assert path.read_text("utf-8") == "# 说明\n> 甲\n一\n> 乙\n\n# 说明\n14> 丙\n三\n"


def test_the_last_text_of_a_row_is_rewritten(tmp_path):
    path = written(tmp_path / "a.tsv", "# 说明\n甲\t1\t旧\n甲乙\t1\t旧\n")
    (cells, expected), (others, _) = rows(path, "\t")
    assert (cells, others, expected.text) == (["甲", "1"], ["甲乙", "1"], "旧\n")
    expected.rewrite("新\n")
    assert path.read_text("utf-8") == "# 说明\n甲\t1\t新\n甲乙\t1\t旧\n"


def test_a_case_that_stands_twice_is_not_rewritten(tmp_path):
    path = written(tmp_path / "a.txt", "# 说明\n甲 → 旧\n甲 → 旧\n")
    for _, expected in rows(path, " →"):
        with pytest.raises(ValueError, match="stands 2 times"):
            expected.rewrite(" 新\n")
    assert "新" not in path.read_text("utf-8")


def test_a_difference_is_told(golden, tmp_path, request):
    if request.config.getoption("golden"):
        pytest.skip("nothing is compared")
    with pytest.raises(AssertionError):
        golden(Golden(tmp_path / "a.txt", "旧\n"), ["新"])
