"""The words on buttons of web pages, as they come along when a page is saved or copied."""

from __future__ import annotations

import re

from reportgen.text.patterns import lazy

_DOES = r"(?:下载|打印|收藏|分享|转发|关闭|纠错|投稿|评论|点赞|朗读|听新闻|返回|复制)"
_WITH = (
    r"(?:本页|此页|本文|正文|全文|文章|网页|页面|窗口|链接|顶部|首页|列表|上页|上一页|上级|报错|给好友|到|至)"
)
_TOLD = lazy(
    rf"(?:我要|点击|一键|在线){_DOES}{_WITH}?|{_DOES}{_WITH}|(?:加入|添加到?)收藏夹?|设为首页|全屏阅读"
    r"|(?:下载|导出)(?:Word|PDF|WPS)(?:版|文件|文档)?|字[号体](?:大小)?|A[+＋-]"
    r"|QQ空间|新浪微博|写留言|阅读原文|展开全文|(?:相关)?附件下载|打印预览|无障碍(?:阅读|浏览|模式|版|辅助|工具)|语音播报"
    r"|扫[一码].{0,16}(?:手机|微信|分享|当前页|本页|页面|查看|打开|关注).{0,12}|扫一扫"
    # WeChat's own.
    r"|点击[上下]方(?:蓝[字色]|名片|卡片).{0,12}|(?:长按|微信扫).{0,12}二维码.{0,12}|关注该公众号|(?:继续|向上)滑动看下一个"
    r"|轻触阅读原文|预览时标签不可点|喜欢此内容的人还喜欢|微信扫一扫.{0,16}|在小说阅读器(?:中沉浸阅读|读本章)",
    re.IGNORECASE,
)
_SHORT = lazy(
    rf"{_DOES}|收藏夹|全屏|加大|还原|减小|放大|缩小|正常|默认|超大|[特超较]?[大小]|中|A"
    r"|繁体(?:版|中文)?|简体(?:版|中文)?|[上下]一[篇条页]|网站首页|[首尾末]页|微信|微博|QQ|朋友圈|在看|赞|无障碍|听全文|English"
    r"|手机版|移动版",
    re.IGNORECASE,
)


def is_button(words: str) -> bool:
    """Whether words are those of a button; a colon may stand behind."""
    bare = words.rstrip("：:")
    return bool(_TOLD.fullmatch(bare) or _SHORT.fullmatch(bare))


def is_plain_button(words: str) -> bool:
    """Whether words are those of a button and of nothing else: 打印本页, and not 打印."""
    return bool(_TOLD.fullmatch(words.rstrip("：:")))
