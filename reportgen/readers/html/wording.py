"""What sites write around a text, told by its wording."""

from __future__ import annotations

import re

from reportgen.text.simplified import simplified

_LONGEST = 80
"""Characters of a line around the text; longer ones are text whatever they begin with."""
_DATE = r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?"
_CLOCK = r"(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?"
_FURNITURE = re.compile(
    r"[【\[（(]?\s*(?:来源|稿件来源|信息来源|文章来源|责任编辑|责编|编辑|编审|审核|校对|作者|记者|发布时间|发布日期|发布机构|更新时间|时间|日期"
    r"|浏览次数|浏览量|点击数|访问量|阅读|阅读次数|点击|字体|字号|字体大小|视力保护色|当前位置|您的位置|您现在的位置|所在位置|索引号)\s*[：:].*"
    r"|(?:您?(?:当前|现在)(?:所在)?的?位置|您(?:所在)?的?位置|首页\s*[>＞»/]).*"
    r"|(?:分享到?|打印(?:本页|此页|文章)?|关闭(?:窗口|本页)?|收藏(?:本页)?|返回(?:顶部|首页|列表)?|微信|微博|QQ空间|复制链接"
    r"|字体|字号|大|中|小|默认|超大|扫一扫.*|上一[篇页][：:]?.*|下一[篇页][：:]?.*|听全文|语音播报|无障碍.*|English|手机版|移动版)"
    r"(?:[\s|｜：:/·]*(?:分享到?|打印(?:本页)?|关闭(?:窗口)?|收藏|返回顶部|微信|微博|QQ空间|复制链接|大|中|小))*[：:]?"
    r"|.*(?:版权所有|Copyright|All Rights Reserved|ICP备|公网安备|未经授权.{0,10}转载|网站标识码).*"
    r"|(?:主办|承办|主管|技术支持|网站地图|联系我们)(?:单位)?[：:| ].*"
    rf"|{_DATE}{_CLOCK}\s*(?:来源|作者|编辑|浏览|点击|发布)[：:].*"
    rf"|{_DATE}\s*\d{{1,2}}:\d{{2}}(?::\d{{2}})?.{{0,40}}",
    re.IGNORECASE,
)
_APPENDIX = re.compile(
    r"(?:相关(?:链接|阅读|新闻|报道|文章|稿件|专题|推荐|信息|政策解读)|延伸阅读|推荐阅读|热点(?:推荐|新闻)|猜你喜欢|网友评论|我要评论)[：:]?"
)
_WHOLE_DATE = re.compile(rf"[（(]?\s*{_DATE}\s*[）)]?")


def is_furniture(text: str) -> bool:
    """Whether a line belongs to the site and not to the text."""
    line = simplified(text.strip())
    return not line or (len(line) <= _LONGEST and bool(_FURNITURE.fullmatch(line)))


def opens_appendix(text: str) -> bool:
    """Whether links to other texts begin here."""
    return bool(_APPENDIX.fullmatch(simplified(text.strip())))
