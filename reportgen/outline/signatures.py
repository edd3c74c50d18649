"""Who speaks, and when: lines that are nothing but an office, a name, a unit or a date."""

from __future__ import annotations

from reportgen.text.patterns import lazy

LONGEST_SIGNATURE = 20
"""Characters of the unit or name that signs a speech."""

_DIGIT = r"[0-9０-９〇○零一二三四五六七八九十Xx×*]"
_DATE = lazy(
    rf"[（(]?\s*{_DIGIT}{{2,4}}\s*年\s*(?:{_DIGIT}{{1,3}}\s*月\s*(?:{_DIGIT}{{1,3}}\s*[日号]?(?:\s*[-—－至~～]\s*{_DIGIT}{{1,3}}\s*[日号])?)?)?\s*[）)]?"
    r"|[（(]?\s*\d{4}([-/.])\d{1,2}\1\d{1,2}\s*[）)]?"
)
_DATED = lazy(r"[（(][^）)]{0,16}\d{4}年\d{1,2}月[^）)]{0,20}[）)]")
OFFICES = (
    r"书记|主席|主任|总理|省长|市长|县长|区长|镇长|乡长|州长|旗长|局长|部长|院长|校长|检察长|委员长|秘书长|厅长|处长|科长|所长|站长"
    r"|队长|董事长|经理|总裁|总监|理事长|馆长|园长|台长|社长|庭长|总工程师|行长|会长|组长|司令员?|政委|教授|代表$|大使|创始人|合伙人"
    r"|(?<![A-Za-z])(?:C[A-Z]O|[SE]?VP|President|Chairman|Director|Manager|Founder|Partner)(?![A-Za-z])"
)
_OFFICE = lazy(OFFICES)
_LABEL = (
    r"(?:报告人|汇报人|发言人|演讲人|主讲人|撰稿人?|述职(?:述[廉责法德])*人|讲话人|致辞人|宣讲人|授课人|表态(?:发言)?人|(?:对照)?检查人"
    r"|拟?任(?:职|命)(?:人员|人选|对象)|拟任人选|单位|姓名)\s*[：:]"
)
_BYLINE = lazy(rf"{_LABEL}|[（(](?!.*年.*月)[^）)]{{2,30}}[）)]$")
_LABELLED = lazy(rf"{_LABEL}\s*[^。；，,：:！!…\s][^。；，,：:！!…]{{1,19}}")
_MASKED = r"[\u4e00-\u9fff]?(?:某某+|[×Xx*]{2,4})|[\u4e00-\u9fff](?:[某×]|[Xx*]{1,2})"
_NAME = lazy(rf"[\u4e00-\u9fff](?:[ \u3000]*[\u4e00-\u9fff]){{1,3}}|{_MASKED}")
# Four characters by themselves are rather a heading (提高认识), but for blanks or a surname of two.
_NAME_ALONE = lazy(
    r"[\u4e00-\u9fff](?:[ \u3000]*[\u4e00-\u9fff]){1,2}|[\u4e00-\u9fff]{1,2}[ \u3000]+[\u4e00-\u9fff]{1,3}"
    rf"|{_MASKED}"
    r"|(?:欧阳|司马|诸葛|上官|司徒|夏侯|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|东方|南宫|端木|呼延|闻人)[\u4e00-\u9fff]{2}"
)
_OFFICE_NAME = lazy(rf"(?:{_OFFICE.pattern})(?:[ \t\u3000]*(?:{_NAME.pattern}))?$")
# Words that make a line with an office in it a title: 学习贯彻…总书记重要讲话精神.
_MATTER = lazy(
    r"^(?:在|关于|围绕|学习|贯彻|落实|深入|要|发挥|强化|加强|坚持|压实)|抓|讲话|论述|精神|思想|要求|会议|发言|报告|作用|责任"
)
_SIGNED = lazy(rf".{{2,20}}(?:{_OFFICE.pattern})[ \t\u3000]+(?:{_NAME.pattern})")
_UNITS = r"(?:局|委|委员会|办公室|办|部|厅|院|公司|集团|学校|大学|中心|支队|政府|县|市|区|镇|乡|街道|村|社区)"
_UNIT = lazy(rf".*{_UNITS}$")
# A blank parts the speaker from his unit, which is no matter then: 区文化局  王建国.
_UNIT_NAME = lazy(
    rf"(?P<unit>[^\s。；，,：:！!…]{{1,18}}(?:{_UNITS}|小学|中学|高中|幼儿园|银行|支部|协会|商会|学会|研究会|联合会|委会|办事处|工会|工商联|[侨台文残妇]联|学社|合作社|车间"
    r"|[大中支]队|派出所|研究所|事务所|法院|检察院))"
    r"[ \t\u3000]+(?:[\u4e00-\u9fff](?:[ \u3000]?[\u4e00-\u9fff]){1,2}|" + _MASKED + ")"
)
# What is to be done with a place, a government or a firm is a heading: 建设美丽乡村, 建设法治政府.
_ASKED = (
    "建成|打造|推动|推进|加快|加强|提升|提高|深化|优化|完善|全面|深入|大力|扎实|持续|坚持|着力|切实|努力|争创|创建|振兴(?!区)"
    "|走进|办好|建好|决战|决胜"
)
_TASK = lazy(
    rf"(?:{_ASKED}|建设|发展|服务).*(?:县|市|区|镇|乡|村|政府)|(?:{_ASKED}).*(?:中心|学校|大学|集团|公司)"
    r"|.*(?:乡村|农村|城市|城乡)"
)
_FULL_UNIT = (
    r"[\u4e00-\u9fff]{2,18}(?:人民政府|[省市县区旗州]委|委员会|管委会|办事处"
    r"|有限公司|党[委组]|党总?支部|[^新破格全大结开布]局)"
)
_FULL_UNITS = lazy(rf"(?:{_FULL_UNIT})(?:[ \t\u3000、]+(?:{_FULL_UNIT}))?")
_STOP = lazy(r"[。；，,：:！!…]")
_GENRE = lazy(
    r"(?:讲话|发言|报告|致辞|致词|祝词|贺词|献词|发布词|演讲|党课|讲稿|汇报|总结|主持词|体会|建议|提案|方案|通知)(?:稿|提纲)?$"
)


def is_date(line: str) -> bool:
    """Whether a line is nothing but a date."""
    return bool(_DATE.fullmatch(line))


def has_date(line: str) -> bool:
    """Whether a line is a bracket with a date: （2024年3月5日，根据录音整理）."""
    return bool(_DATED.fullmatch(line))


def is_signature(line: str) -> bool:
    """Whether a line is nothing but a name, that of a unit, an office with a name, or 述职人：… with one."""
    if _LABELLED.fullmatch(line):
        return True
    short = len(line) <= LONGEST_SIGNATURE and not _STOP.search(line)
    office = _SIGNED.fullmatch(line) and not _MATTER.search(line)
    return short and bool(is_unit(line) or _NAME_ALONE.fullmatch(line) or office)


def is_unit(line: str) -> bool:
    """Whether a line is nothing but the name of a unit."""
    return bool(_UNIT.fullmatch(line)) and not _TASK.fullmatch(line)


def are_units(line: str) -> bool:
    """Whether a line is the full names of one unit or two, which end no heading: 中共某县委　某县人民政府."""
    return bool(_FULL_UNITS.fullmatch(line))


def names_speaker(line: str) -> bool:
    """Whether a line below a title says who speaks: 报告人：…, a name, an office with a name."""
    office = _OFFICE_NAME.search(line) and not _MATTER.search(line)
    if (unit := _UNIT_NAME.fullmatch(line)) and not _TASK.fullmatch(unit["unit"]):
        return not _MATTER.search(unit["unit"])
    return bool(_BYLINE.match(line) or _NAME_ALONE.fullmatch(line) or office)


def opens_with_speaker(line: str) -> bool:
    """Whether a line that stands above everything is an office and, behind a blank, a name."""
    return bool(_SIGNED.fullmatch(line)) and not is_titled(line)


def names_office(line: str) -> bool:
    """Whether an office stands in the line."""
    return bool(_OFFICE.search(line))


def is_titled(line: str) -> bool:
    """Whether a line ends as titles do (…的讲话, …工作报告)."""
    return bool(_GENRE.search(line))
