"""A stated deadline as a day, where the year is certain."""

import pytest

from reportgen.analysis.notation import to_json
from reportgen.analysis.stated import due
from speech import brief_of

BODY = (
    "一、优化环境\n由县财政局牵头，6月30日前完成审批系统改造。\n"
    "二、抓好落实\n要压实各级责任，确保各项工作落到实处。\n"
)


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
        # What is meant is counted from the day of the speech.
        ("明年底前", "（2026年3月5日）", "2027-12-31"),
        ("明年6月底前", "（2026年3月5日）", "2027-06-30"),
        ("今年三季度末前", "（2026年3月5日）", "2026-09-30"),
        ("下月底前", "（2026年12月5日）", "2027-01-31"),
        ("本月20日前", "（2026年3月5日）", "2026-03-20"),
        ("Q2 末", "（2026年3月5日）", "2026-06-30"),
        ("年内", "（2026年3月5日）", "2026-12-31"),
        ("12月中旬前", "（2026年3月5日）", "2026-12-20"),
        ("一九八五年底前", "", "1985-12-31"),
        ("２０２６年底前", "", "2026-12-31"),
        ("6月1日至6月30日", "（2026年3月5日）", "2026-06-30"),
        # The last day of a stretch; a year's 内; what is dated in Chinese numerals; the end of this month.
        ("6月1日至8月底", "（2026年3月5日）", "2026-08-31"),
        ("2024年12月1日至2025年2月底", "", "2025-02-28"),
        ("12月1日至2月底", "（2026年3月5日）", "2027-02-28"),
        ("即日起至5月20日", "（2026年3月5日）", "2026-05-20"),
        ("2026年内", "", "2026-12-31"),
        ("三季度内", "（2026年3月5日）", "2026-09-30"),
        ("六月三十日前", "（二〇二六年三月五日）", "2026-06-30"),
        ("2026-06-30前", "", "2026-06-30"),
        ("月底前", "（2026年3月5日）", "2026-03-31"),
        # A day before that of the speech is of another year.
        ("3月2日前", "（2026年3月5日）", None),
        ("三个季度内", "（2026年3月5日）", None),
        # 三年内 has no first day, what comes every year no last one; in December two years may be meant.
        ("三年内", "（2026年3月5日）", None),
        ("每年6月底前", "（2026年3月5日）", None),
        ("年底前", "（2026年12月5日）", None),
        ("明年底前", "", None),
        ("下月底前", "", None),
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
    task, *_ = to_json(dated("（2026年3月5日）"))["tasks"]
    (measure,) = task["measures"]
    assert (measure["deadline"]["text"], measure["due"]) == ("6月30日前", "2026-06-30")
    task, *_ = to_json(dated(""))["tasks"]
    (measure,) = task["measures"]
    assert (measure["deadline"]["text"], measure["due"]) == ("6月30日前", None)
