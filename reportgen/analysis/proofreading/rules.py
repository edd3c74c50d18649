"""The rules, in the order in which their findings are told, and how they are run."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from reportgen.analysis.proofreading import (
    dates,
    leftovers,
    marks,
    numbers,
    phrases,
    punctuation,
    repeats,
    structure,
    sums,
    typos,
    width,
)
from reportgen.analysis.proofreading.findings import Finding, Remark, Rule, Script
from reportgen.errors import Severity

MANY = 5
"""Places of a folded rule shown one by one; more are told in one line at the first of them."""

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO
_MARKS, _NUMBERS, _LAYOUT = "GB/T 15834-2011", "GB/T 15835-2011", "GB/T 9704-2012"
_DICTIONARY, _PRACTICE = "《现代汉语词典》《通用规范汉字表》", "实务通常"


RULES: tuple[Rule, ...] = (
    Rule("numbering", "序号缺漏、重复", _W, "同级序号不连续",
         f"{_LAYOUT} 7.3.3", structure.numbering),
    Rule("level-order", "层次跳级、颠倒", _I, "下一级序号不是规定的下一级",
         f"{_LAYOUT} 7.3.3", structure.levels, folded=True),
    Rule("marker-mark", "序号后的标点", _I, "序号后的点号与规定不同",
         f"{_LAYOUT} 7.3.3；{_MARKS} 4.4.3、4.5.3", structure.marker_marks, folded=True),
    Rule("empty-section", "有标题无内容", _W, "同级标题下都有内容，这一个没有",
         _PRACTICE, structure.empty_sections),
    Rule("heading-stop", "标题末尾用句号", _I, "独立成行、下有正文的标题以句号等结尾",
         _PRACTICE, structure.heading_stops, folded=True),
    Rule("heading-habit", "同级标题标点不一", _I, "同级独立标题末尾多数无（有）标点，少数相反",
         _PRACTICE, structure.heading_habits, folded=True),
    Rule("announced-count", "预告项数不符", _W, "“三点意见”与其下项数、句内“几是”的个数不同",
         _PRACTICE, structure.announced),
    Rule("unit-level", "单位层级不一", _I, "标题与正文自称的层级不同",
         _PRACTICE, structure.unit_levels, folded=True),
    Rule("no-full-stop", "段末缺标点", _W, "有句号的段落末尾没有句末标点",
         f"{_MARKS} 4.1", structure.unstopped),
    Rule("unpaired-mark", "引号、括号不配对", _E, "一段之内缺前或后一半",
         f"{_MARKS} 4.8、4.9、4.15", marks.unpaired),
    Rule("crossed-marks", "引号、括号交叉", _E, "外面的先收，里面的后收",
         f"{_MARKS} 4.8、4.9", marks.crossed),
    Rule("turned-quote", "引号方向反了", _E, "前引号用在结尾",
         f"{_MARKS} 4.8.2", marks.turned),
    Rule("nested-quotes", "引号套用", _W, "双引号里又用双引号",
         f"{_MARKS} 4.8.3.3", marks.nested),
    Rule("nested-titles", "书名号套用", _E, "双书名号里又用双书名号",
         f"{_MARKS} 4.15", marks.nested_titles),
    Rule("nested-brackets", "括号套用", _I, "圆括号里又用圆括号",
         f"{_MARKS} 4.9", marks.nested_brackets),
    Rule("straight-quote", "直引号", _W, "汉字旁边用半角引号",
         f"{_MARKS} 4.8.2", punctuation.straight_quotes, folded=True),
    Rule("dun-between-quotes", "引号、书名号间的顿号", _I, "”、“ 或 》、《",
         f"{_MARKS} 4.5.3.5", punctuation.between_quotes, folded=True),
    Rule("doubled-mark", "标点重叠", _E, "两个点号相连",
         f"{_MARKS} 5", punctuation.doubled),
    Rule("double-stop", "引号内外双句号", _W, "后引号两边都有句末标点",
         f"{_MARKS} 附录 B", punctuation.double_stop),
    Rule("hung-mark", "点号贴着标号", _W, "逗号等在后引号、后括号之前，或在前引号、前括号之后",
         f"{_MARKS} 5", punctuation.hung),
    Rule("et-cetera", "“等”前的标点", _W, "顿号、省略号与“等”连用",
         f"{_MARKS} 4.5、4.11", punctuation.et_cetera),
    Rule("ellipsis", "省略号形式", _W, "不是六个点",
         f"{_MARKS} 4.11.2", punctuation.ellipsis, folded=True),
    Rule("dash", "破折号形式", _W, "汉字间用连字符等代替",
         f"{_MARKS} 4.10.2", punctuation.dash, folded=True),
    Rule("half-width-mark", "半角标点", _W, "汉字后面的 ASCII 点号（小数、时间、网址、英文除外）",
         f"{_MARKS} 5", width.half_marks, folded=True),
    Rule("half-width-bracket", "半角括号", _W, "括有汉字的 ASCII 括号",
         f"{_MARKS} 4.9.2、5", width.half_brackets, folded=True),
    Rule("full-width-digit", "全角数字", _W, "占一个汉字位置的数字",
         f"{_NUMBERS} 5.1", width.wide_digits, folded=True),
    Rule("full-width-letter", "全角字母", _W, "占一个汉字位置的字母",
         "GB/T 15834-2011 5（中西文混排）", width.wide_letters, folded=True),
    Rule("han-space", "汉字间空格", _I, "长句中汉字之间的空格",
         _PRACTICE, width.spaces, folded=True),
    Rule("invisible", "看不见的字符", _I, "零宽字符、私用区字符",
         _PRACTICE, width.invisible, folded=True),
    Rule("undecoded", "无法识别的字", _E, "�",
         _PRACTICE, width.undecoded),
    Rule("mixed-years", "年份写法不一", _W, "汉字年份与数字年份并用",
         f"{_NUMBERS} 4.3（同类别同形式）", numbers.mixed_years, folded=True),
    Rule("mixed-percents", "百分数写法不一", _W, "“百分之”与“%”并用",
         f"{_NUMBERS} 4.3（同类别同形式）", numbers.mixed_percents, folded=True),
    Rule("approximate-dun", "概数用顿号", _E, "相邻两数之间用顿号表示概数",
         f"{_NUMBERS} 5.2.1", numbers.approximate),
    Rule("percent-range", "百分数范围", _W, "范围的前一个数没有百分号",
         f"{_NUMBERS} 5.1.3", numbers.percent_range, folded=True),
    Rule("myriad-range", "万、亿范围", _W, "范围的前一个数没有“万”“亿”",
         f"{_NUMBERS} 5.1.3", numbers.myriad_range, folded=True),
    Rule("double-approximation", "约数重复", _W, "“约…左右”“超过…以上”",
         f"{_NUMBERS} 5.2；《现代汉语词典》", numbers.double_approximation),
    Rule("times-less", "减少用倍", _E, "“下降…倍”",
         "《出版物上数字用法》解读、报刊编校规范", numbers.times_less),
    Rule("impossible-date", "不存在的日期", _E, "月份大于 12，或当月没有这一天",
         "历法", dates.impossible),
    Rule("wrong-weekday", "星期不符", _E, "年月日与星期对不上",
         "历法", dates.weekday),
    Rule("backwards-years", "年份颠倒", _E, "起始年晚于终止年",
         "历法", dates.backwards),
    Rule("padded-date", "日期编虚位", _I, "05月、08日",
         f"{_LAYOUT} 7.3.5.4", dates.padded, folded=True),
    Rule("impossible-time", "不存在的时刻", _E, "时大于 24 或分大于 59",
         "历法", dates.clock),
    Rule("growth", "增幅不符", _W, "“从 A 增加到 B，增长 x%”算不出 x（可比价、年均除外）",
         "算术", sums.growth),
    Rule("shares", "占比超过一百", _W, "“分别占”的各数之和超过 100%",
         "算术", sums.shares),
    Rule("over-whole", "比率超过一百", _W, "占、覆盖率等超过 100%",
         "算术", sums.over_whole),
    Rule("totals", "合计不符", _W, "各项之和与“共计”不同，或“其中”各项超过总数",
         "算术", sums.totals),
    Rule("doubled-word", "叠字", _E, "虚词连写两次",
         _DICTIONARY, repeats.words),
    Rule("doubled-phrase", "叠词", _W, "两字以上的词连写两次（研究研究、一步一步除外）",
         _DICTIONARY, repeats.phrases),
    Rule("repeated-clause", "分句重复", _W, "相邻两个分句相同",
         _PRACTICE, repeats.clauses),
    Rule("repeated-item", "并列项重复", _W, "顿号并列中同一项出现两次",
         _PRACTICE, repeats.items),
    Rule("repeated-sentence", "句子重复", _W, "相近处有两个相同的长句",
         _PRACTICE, repeats.sentences),
    Rule("repeated-paragraph", "段落重复", _E, "两段文字相同",
         _PRACTICE, repeats.paragraphs),
    Rule("typo", "错别字", _E, "词表里的错误写法",
         _DICTIONARY, typos.typos),
    Rule("until", "截止与截至", _W, "“截止”直接带时间",
         "《现代汉语词典》", typos.until),
    Rule("phrase-head", "提法的中心词", _E, "名称后面不是固定的中心词",
         "见 data/phrases.toml 各条出处", phrases.heads),
    Rule("phrase-count", "提法的数字", _W, "引号中的提法数字不同",
         "见 data/phrases.toml 各条出处", phrases.counts),
    Rule("phrase-order", "提法的次序", _W, "成员齐全而次序不同",
         "见 data/phrases.toml 各条出处", phrases.orders),
    Rule("phrase-member", "提法的成员", _W, "其余成员都在，有一项不是",
         "见 data/phrases.toml 各条出处", phrases.strangers),
    Rule("phrase-wording", "提法的文字", _W, "与固定提法差一两个字",
         "见 data/phrases.toml 各条出处", phrases.wordings),
    Rule("unfilled-mask", "未填的内容", _W, "**、××、某某、【待补】、20XX、____",
         _PRACTICE, leftovers.masks),
    Rule("leftover-mark", "残留的排版标记", _W, "不是 Markdown 的文件里有 Markdown、HTML 标记",
         _PRACTICE, leftovers.markdown, folded=True),
    Rule("identity-number", "身份证号码", _W, "18 位且校验位正确",
         "《个人信息保护法》", leftovers.identities),
    Rule("phone-number", "手机号码", _W, "11 位手机号",
         "《个人信息保护法》", leftovers.phones),
    Rule("secrecy-mark", "密级标志", _W, "密级加★，或文首单独成行",
         "《保守国家秘密法》；GB/T 9704-2012 7.2.2", leftovers.secrets),
)  # fmt: skip


def run(script: Script, chosen: Collection[str] | None = None) -> tuple[Finding, ...]:
    """Return what the rules (all, or those chosen by name) find, in the order of the text."""
    found = [
        finding
        for rule in RULES
        if chosen is None or rule.name in chosen
        for finding in _findings(rule, script)
    ]
    ranks = {rule.name: rank for rank, rule in enumerate(RULES)}
    return tuple(sorted(found, key=lambda one: (one.span.start, one.span.end, ranks[one.rule])))


def _findings(rule: Rule, script: Script) -> Iterator[Finding]:
    remarks: list[Remark] = sorted(set(rule.find(script)), key=lambda one: one.span)
    if rule.folded and len(remarks) > MANY:
        first = remarks[0]
        message = f"{first.message}（全文同类共 {len(remarks)} 处，只标第一处）"
        remarks = [Remark(first.span, message, first.suggestion)]
    for remark in remarks:
        yield Finding(rule.name, rule.severity, remark.span, remark.message, remark.suggestion)
