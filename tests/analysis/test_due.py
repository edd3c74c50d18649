"""A stated deadline as a day, where the year is certain."""

import pytest

from reportgen.analysis.due import due
from reportgen.analysis.notation import to_json
from speech import brief_of

BODY = "一、优化环境\n精简审批环节，由县财政局负责，6月30日前完成。\n二、抓好落实\n落实责任。\n"


def dated(date):
    return brief_of(f"在工作会议上的讲话\n{date}\n\n同志们：\n{BODY}")


@pytest.mark.parametrize(
    ("deadline", "spoken", "day"),
    [
        ("2025年底前", "", "2025-12-31"),
        ("2026年2月底前", "", "2026-02-28"),
        ("2024年2月底前", "", "2024-02-29"),
        ("6月30日前", "（2026年3月5日）", "2026-06-30"),
        ("年底前", "（2026年3月5日）", "2026-12-31"),
        ("第三季度末前", "（2026年3月5日）", "2026-09-30"),
        ("上半年前", "（2026年3月5日）", "2026-06-30"),
        # No year, or one that cannot be meant; words that may be read in two ways; no such day.
        ("6月30日前", "", None),
        ("3月底前", "（2026年12月5日）", None),
        ("6月前", "（2026年3月5日）", None),
        ("第二季度前", "（2026年3月5日）", None),
        ("2026年2月30日前", "", None),
        ("13月底前", "（2026年3月5日）", None),
    ],
)
def test_a_day_only_where_it_is_certain(deadline, spoken, day):
    found = due(deadline, dated(spoken).document)
    assert (found and found.isoformat()) == day


def test_the_data_has_the_day_beside_the_words():
    task, _ = to_json(dated("（2026年3月5日）"))["tasks"]
    assert (task["deadline"]["text"], task["due"]) == ("6月30日前", "2026-06-30")
    task, _ = to_json(dated(""))["tasks"]
    assert (task["deadline"]["text"], task["due"]) == ("6月30日前", None)
