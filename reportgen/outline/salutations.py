"""Forms of address: how a speech turns to those who listen (同志们：), a paper to whom it goes."""

from __future__ import annotations

from reportgen.text.patterns import lazy

# Who they are may stand before: 劳模同志们、工友们：.
_WHICH = (
    "(?:(?:全[体市县省区乡镇校院军国]|劳模|青年|年轻|党员|干部|职工|员工|民警|干警|团员"
    "|离退休|代表|委员|广大|父老|[老新])、?){0,3}"
)
LISTENERS = (
    rf"{_WHICH}(?:同志|同事|朋友|女士|先生|同学|老师|战友|乡亲|同胞|青年|家长|企业家|工友|网友|校友|学员"
    "|伙伴|嘉宾|来宾|股东|兄弟|姐妹|弟兄|孩子|居民|村民|干警|职工|员工|官兵|队员|选手|医生|护士|观众|听众|读者)们"
)
VOCATIVE = (
    rf"(?:{LISTENERS}"
    r"|各位[\u4e00-\u9fff、]{1,24}|主席先生|尊敬的[^。！？；\n]{1,60}|敬爱的[^。！？；\n]{1,30}|亲爱的[^。！？；\n]{1,30}"
    r"|[\u4e00-\u9fff]{0,12}(?:先生|女士|阁下|殿下|陛下)(?=[，,、：:！!])|诸位|老领导)"
)
SALUTATION = lazy(
    rf"(?:[^。！？；：:!?\n]{{0,60}}[，,、])?{VOCATIVE}(?:[，,、\s]*[^。！？；：:!?\n]{{0,40}})?[：:！!]"
)
OPEN = lazy(rf"{VOCATIVE}(?:[，,、][^。！？；：:!?\n]{{1,12}}){{0,3}}[，,]")
ADDRESSEES = lazy(r"各(?!.*(?:要|应|必须|做到|如下|以下))[^。！？；：\n]{1,60}[：:]")
LATE_SALUTATION = lazy(rf"{VOCATIVE}(?:[，,、][^。！？；：:!?\n]{{1,20}}){{0,3}}[：:！!]")


def is_salutation(line: str) -> bool:
    """Whether a line is nothing but a form of address to listeners; addressees of a paper are none."""
    return bool(SALUTATION.fullmatch(line) or OPEN.fullmatch(line))
