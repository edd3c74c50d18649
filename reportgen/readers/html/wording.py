"""What sites write around a text, told by its wording."""

from __future__ import annotations

import re

from reportgen.text.buttons import is_button
from reportgen.text.patterns import lazy
from reportgen.text.simplified import simplified

_LONGEST = 80
"""Characters of a line around the text; longer ones are text whatever they begin with."""
_DATE = r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?"
_CLOCK = r"(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?"
_FURNITURE = lazy(
    r"[【\[（(]?\s*(?:来源|稿件来源|信息来源|文章来源|责任编辑|责编|编辑|编审|审核|校对|作者|记者|发布时间|发布日期|发布机构|更新时间|时间|日期"
    r"|浏览次数|浏览量|点击数|访问量|阅读|阅读次数|点击|字体|字号|字体大小|视力保护色|当前位置|您的位置|您现在的位置|所在位置|索引号)\s*[：:][^。！？，；]*"
    r"|(?:您?(?:当前|现在)(?:所在)?的?位置|您(?:所在)?的?位置|首页\s*[>＞»/]).*"
    r"|扫一扫.*|[上下]一[篇条页][：:].*"
    r"|(?:[第共]\s*\d{1,3}\s*页[\s/，,|]*)+|[-—–]\s*\d{1,3}\s*[-—–]"
    rf"|{_DATE}{_CLOCK}\s*(?:来源|作者|编辑|浏览|点击|发布)[：:].*"
    rf"|{_DATE}\s*\d{{1,2}}:\d{{2}}(?::\d{{2}})?.{{0,40}}",
    re.IGNORECASE,
)
_OWNERS = lazy(
    r".*(?:版权所有|Copyright|All Rights Reserved|ICP备|公网安备|未经授权.{0,10}转载|网站标识码).*"
    r"|(?:主办|承办|主管|技术支持|网站地图|联系我们)(?:单位)?[：:| ].*",
    re.IGNORECASE,
)
_STOPPED = lazy(r"[。！？；][”’』」）)]*")
"""What a sentence ends in; no button does."""
_LABELLED = lazy(
    r"(?:(?:信息|稿件|文章)?来源|稿源|(?:责任|执行|网络|本期|值班)?(?:编辑|编审|审核|审校|校对|监制|主编)|责编|[一二三初复终]审|作者|记者|通讯员"
    r"|(?:发布|更新|发表)(?:时间|日期|机构|单位|者|人)|(?:浏览|点击|阅读|访问)(?:次数|量|数)?|打印次数|字[号体](?:大小)?|索引号"
    r"|附件下载|分享(?:到|至)?|[上下]一[篇条页]|打印|纠错)\s*[：:][^。！？，；]{0,60}"
)
_BESIDE = lazy(r"没有了|无|\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}:\d{2}(?::\d{2})?|\d+次?|…+|\.{2,3}")
_BETWEEN = lazy(r"[\s|｜/·丨【】\[\]［］〖〗「」()（）<>＜＞]+")
_APPENDIX = lazy(
    r"(?:相关(?:链接|阅读|新闻|报道|文章|稿件|专题|推荐|信息|政策解读)|延伸阅读|推荐阅读|热点(?:推荐|新闻)|猜你喜欢|网友评论|我要评论)[：:]?"
)
_WHOLE_DATE = lazy(rf"[（(]?\s*{_DATE}\s*[）)]?")


def is_furniture(text: str) -> bool:
    """Whether a line belongs to the site and not to the text."""
    line = simplified(text.strip())
    if not line or len(line) > _LONGEST:
        return not line
    if _OWNERS.fullmatch(line):
        return True
    told = _FURNITURE.fullmatch(line) or _is_row_of_buttons(line)
    return bool(told) and not _STOPPED.search(line[-2:])


def opens_appendix(text: str) -> bool:
    """Whether links to other texts begin here."""
    return bool(_APPENDIX.fullmatch(simplified(text.strip())))


def _is_row_of_buttons(line: str) -> bool:
    """Whether all that a line holds, but blanks and brackets, are buttons or labels with what they label."""
    parts = [part for part in _BETWEEN.split(line) if part]
    known = [is_button(part) or bool(_LABELLED.fullmatch(part)) for part in parts]
    # Numbers and clocks stand beside words of a page, and are a date of the speech by themselves.
    return any(known) and all(one or _BESIDE.fullmatch(part) for one, part in zip(known, parts, strict=True))
