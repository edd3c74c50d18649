"""How many planted faults `reportgen check` finds, by kind, in a clean speech of our own.

Usage: python bench/check_mutations.py [--trials N] [--missed]

Each trial plants one fault at a place drawn by a seeded generator. It counts as found where a finding touches
the place (the clean speech has none), and as named where its rule is the one meant for that kind.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reportgen.analysis.proofreading import Finding, proofread
from reportgen.outline import parse
from reportgen.readers import find_masks
from reportgen.readers.files import parse_bytes

SPEECH = Path(__file__).with_name("clean_speech.txt")
NEAR = 3
"""Characters between a fault and a finding that still points at it."""

Planted = tuple[str, int]
"""The speech with a fault, and where it is."""
Plant = Callable[[str, random.Random], Planted]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fault, the rules meant for it, and how to plant one."""

    name: str
    rules: frozenset[str]
    plant: Plant


def swap(pattern: str, put: Callable[[re.Match[str]], str]) -> Plant:
    """A fault that puts other words where a pattern stands."""

    def plant(text: str, chance: random.Random) -> Planted:
        found = chance.choice(list(re.finditer(pattern, text, re.MULTILINE)))
        return text[: found.start()] + put(found) + text[found.end() :], found.start()

    return plant


def words(*pairs: str) -> Plant:
    """A fault out of a list of ``right>wrong``."""

    def plant(text: str, chance: random.Random) -> Planted:
        there = [pair.split(">") for pair in pairs if pair.split(">")[0] in text]
        right, wrong = chance.choice(there)
        at = chance.choice([found.start() for found in re.finditer(re.escape(right), text)])
        return text[:at] + wrong + text[at + len(right) :], at

    return plant


def insert(pattern: str, *pieces: str) -> Plant:
    """A fault that stands behind a pattern."""

    def plant(text: str, chance: random.Random) -> Planted:
        at = chance.choice(list(re.finditer(pattern, text, re.MULTILINE))).end()
        return text[:at] + chance.choice(pieces) + text[at:], at

    return plant


def _kind(name: str, rules: str, plant: Plant) -> Kind:
    return Kind(name, frozenset(rules.split()), plant)


_HAN = r"[\u4e00-\u9fff]"
KINDS = (
    _kind("序号跳过", "numbering announced-count",
          swap(r"^[三]、|^（三）", lambda m: m[0].replace("三", "四"))),
    _kind("序号重复", "numbering announced-count",
          swap(r"^二、|^（二）", lambda m: m[0].replace("二", "一"))),
    _kind("项数不符", "announced-count", words("三点意见>四点意见", "以下三点>以下五点")),
    _kind("丢后引号", "unpaired-mark", swap("”", lambda _: "")),
    _kind("丢前引号", "unpaired-mark", swap("“", lambda _: "")),
    _kind("丢书名号", "unpaired-mark", swap("[《》]", lambda _: "")),
    _kind("丢括号", "unpaired-mark", swap("(?<=.)[（）]", lambda _: "")),
    _kind("引号反了", "turned-quote unpaired-mark", swap("”", lambda _: "“")),
    _kind("直引号", "straight-quote", swap("“([^”]+)”", lambda m: f'"{m[1]}"')),
    _kind("书名号套用", "nested-titles", swap("《(关于)([^》]+)》", lambda m: f"《{m[1]}《{m[2]}》的说明》")),
    _kind("半角标点", "half-width-mark",
          swap(f"(?<={_HAN})[，；：](?={_HAN})", lambda m: {"，": ",", "；": ";", "：": ":"}[m[0]])),
    _kind("全角数字", "full-width-digit",
          swap(r"\d+(?=[个家户人])", lambda m: "".join(chr(ord(c) + 0xFEE0) for c in m[0]))),
    _kind("汉字间空格", "han-space", swap(f"(?<=.{{20}}，{_HAN}{{3}})(?={_HAN}.{{20}})", lambda _: " ")),
    _kind("标点重叠", "doubled-mark", swap("(?<=.)[，。；](?=.)", lambda m: m[0] * 2)),
    _kind("叠字", "doubled-word", swap("的(?!确)", lambda _: "的的")),
    _kind("叠词", "doubled-phrase", swap("加强|进一步|推动|坚持|明确|群众|项目", lambda m: m[0] * 2)),
    _kind("句子重复", "repeated-sentence", swap("(?<=。)[^。；\n]{20,}。", lambda m: m[0] * 2)),
    _kind("段落重复", "repeated-paragraph", swap("^.{40,}\n", lambda m: m[0] * 2)),
    _kind("并列项重复", "repeated-item",
          words("报纸、电视、网络>报纸、电视、报纸",
                "形式主义、官僚主义、享乐主义>形式主义、官僚主义、形式主义")),
    _kind("错别字", "typo until",
          words("部署>布署", "截至>截止", "贯彻>贯切", "台账>台帐", "进一步>进一部", "官僚主义>官僚主意",
                "环境>环镜")),
    _kind("中心词", "phrase-head phrase-wording",
          words("总体布局>战略布局", "战略布局>总体布局", "社会主义思想>社会主义理论")),
    _kind("提法数字", "phrase-count",
          words("四个意识>五个意识", "四个自信>五个自信", "两个维护>三个维护", "四个全面>五个全面",
                "五位一体>四位一体")),
    _kind("提法次序", "phrase-order",
          words("创新、协调、绿色、开放、共享>创新、绿色、协调、开放、共享",
                "形式主义、官僚主义、享乐主义、奢靡之风>官僚主义、形式主义、享乐主义、奢靡之风")),
    _kind("提法掉字", "phrase-wording",
          words("新时代中国特色社会主义>新时代中国特色主义", "百年未有之大变局>百年未有大变局",
                "大事不出镇>大事不出乡镇", "就是金山银山>即是金山银山", "牢记使命>牢记职责使命")),
    _kind("未填", "unfilled-mask",
          words("全县重点>××重点", "48个>【待补】个", "2024年>20XX年", "8600户>____户")),
    _kind("日期不存在", "impossible-date", words("6月30日>6月31日", "3月15日>13月15日", "3月5日>2月30日")),
    _kind("星期不符", "wrong-weekday", words("3月15日（星期五）>2024年3月15日（星期四）")),
    _kind("合计不符", "totals", words("工业项目30个>工业项目40个")),
    _kind("增幅不符", "growth", words("增长25%>增长35%", "增加到150家>增加到180家")),
    _kind("占比超百", "shares over-whole", words("48%和37%>58%和37%", "96.5%>106.5%")),
    _kind("百分数范围", "percent-range", words("12.6%>12～13%")),
    _kind("写法混用", "mixed-percents mixed-years", words("96.5%>百分之九十六点五", "2023年>二〇二三年")),
    _kind("下降用倍", "times-less", words("增长12.6%>下降两倍")),
    _kind("约数重复", "double-approximation",
          words("1200余件>近1200余件", "新增就业3200人>新增就业约3200人左右")),
    _kind("概数顿号", "approximate-dun", words("26个>二、三十个", "5个>四、五个")),
    _kind("空标题", "empty-section", swap("(?<=提升\n).*\n|(?<=检查\n).*\n|(?<=变化\n).*\n", lambda _: "")),
    _kind("标题句号", "heading-stop heading-habit", swap("(?<=成效|变化|提升|领导|检查)$", lambda _: "。")),
    _kind("残留标记", "leftover-mark", swap("^(?=当前|去年|同志)", lambda _: "- ")),
    _kind("手机号", "phone-number", words("县政府办公室>县政府办公室（13912345678）")),
)  # fmt: skip


def findings(text: str) -> tuple[Finding, ...]:
    """What check finds in a text."""
    source = parse_bytes(text.encode(), "x.txt", "x")
    return proofread(parse(source), [mask.passage.span for mask in find_masks(source)])


def trial(kind: Kind, text: str, seed: int) -> tuple[bool, bool, str]:
    """Plant one fault; return whether it was found, whether named, and the text around it."""
    changed, at = kind.plant(text, random.Random(f"{kind.name}{seed}"))
    line = changed.count("\n", 0, at)
    touching = [
        one
        for one in findings(changed)
        if one.span.start - NEAR <= at <= one.span.end + NEAR
        or (one.rule in kind.rules and abs(changed.count("\n", 0, one.span.start) - line) <= 1)
    ]
    named = any(one.rule in kind.rules for one in touching)
    return bool(touching), named, changed[max(at - 10, 0) : at + 20].replace("\n", "⏎")


def main() -> None:
    """Run every kind and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--trials", type=int, default=20)
    parser.add_argument("--missed", action="store_true")
    options = parser.parse_args()
    text = SPEECH.read_text("utf-8")
    print(f"clean speech: {len(findings(text))} findings")
    planted = found = named = 0
    for kind in KINDS:
        results = [trial(kind, text, seed) for seed in range(options.trials)]
        hits, names = sum(one[0] for one in results), sum(one[1] for one in results)
        planted, found, named = planted + len(results), found + hits, named + names
        print(f"{kind.name:　<8}{hits:4}/{len(results)} found {names:4} named")
        if options.missed:
            print(
                "".join(f"    {place}\n" for place in sorted({one[2] for one in results if not one[1]})),
                end="",
            )
    print(f"{found}/{planted} found ({found / planted:.1%}), {named} named ({named / planted:.1%})")


if __name__ == "__main__":
    main()
