"""Web pages: the text, without what the site puts around it."""

import base64

import pytest

from reportgen.errors import SourceError
from reportgen.readers.files import parse_bytes

TITLE = "在全市优化营商环境大会上的讲话"
TEXT = [
    "同志们：",
    "今天召开这次会议，主要任务是总结工作，分析形势，部署任务。",
    "一、提高思想认识",
    "营商环境就是生产力，抓营商环境就是抓发展，各级各部门要高度重视。",
    "二、狠抓工作落实",
    "要盯住堵点，逐项破解，做到事事有着落、件件有回音。",
]
LINKS = "".join(f'<li><a href="/{n}">关于做好第{n}项工作的通知，请抓好落实。</a></li>' for n in range(30))
HEAD = (
    '<div class="header"><ul class="nav"><li><a href="/">首页</a></li><li>政务公开</li></ul>'
    '<div class="BreadcrumbNav">当前位置：<a>首页</a> &gt; <a>领导讲话</a></div></div>'
)
FOOT = (
    f'<div class="related"><h2>相关链接</h2><ul>{LINKS}</ul></div>'
    '<div class="share">分享到：<a>微信</a></div>'
    "<footer><p>主办单位：市政府办公室　联系电话：12345</p>"
    "<p>版权所有，未经授权，禁止转载。京ICP备1号</p></footer>"
)
FACTS = "<p>2024-05-06 10:20　来源：市日报</p><p>【字体：<a>大</a> <a>中</a> <a>小</a>】</p>"


def modern():
    body = "".join(f"<p>　　{line}</p>\n" for line in TEXT)
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{TITLE}_某市政府网</title>'
        f'<script>var a = "。";</script></head><body>{HEAD}<div class="article">'
        f'<h1>{TITLE}</h1>{FACTS}<div id="zoom">{body}</div>'
        f"<p>责任编辑：张三</p></div>{FOOT}</body></html>"
    )


def tables():
    body = "<br>".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{line}" for line in TEXT)
    return (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">'
        f"<title>{TITLE}--某市政府</title></head><body><form id=form1><table><tr><td>{HEAD}</td></tr>"
        f"<tr><td valign=top><ul>{LINKS}</ul></td><td><table>"
        f"<tr><td align=center><font size=5>{TITLE}</font></td></tr>"
        f"<tr><td>{FACTS}</td></tr><tr><td>{body}</td></tr></table></td></tr><tr><td>{FOOT}</td></tr></table></form></body></html>"
    )


def divisions():
    body = "".join(f"<div><div><span>{line}</span></div></div>" for line in TEXT)
    aside = "<aside><h3>热点推荐</h3><p>这是本栏目的介绍，欢迎关注。</p></aside>"
    head = f"<html><head><title>{TITLE} - 某区</title></head>"
    return f"{head}<body><main>{body}</main>{aside}{FOOT}</body></html>"


def word():
    body = "".join(
        f"<p class=MsoNormal><span>{line[:5]}\n{line[5:]}<o:p></o:p></span></p>\n" for line in [TITLE, *TEXT]
    )
    head = '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=gb2312>'
    return f"{head}<style>p{{}}</style></head><body><div class=WordSection1>{body}</div></body></html>"


def read(page, encoding="utf-8"):
    return parse_bytes(page.encode(encoding), "讲话.html", "讲话")


def lines(page, encoding="utf-8"):
    return read(page, encoding).text.split("\n")


@pytest.mark.parametrize("page", [modern, tables, divisions, word])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16", "utf-8-sig"])
def test_main_text_only(page, encoding):
    assert lines(page(), encoding) == [TITLE, *TEXT]


def test_a_page_that_names_a_wrong_charset_is_read_all_the_same():
    assert lines(modern().replace('charset="utf-8"', 'charset="iso-8859-1"'), "gb18030") == [TITLE, *TEXT]


def test_big5_stays_traditional():
    page = (
        "<html><head><meta charset=big5></head><body><p>各位同志：推動經濟發展，加強學習。</p></body></html>"
    )
    assert lines(page, "big5") == ["各位同志：推動經濟發展，加強學習。"]


def test_headings_and_bold_are_evidence():
    page = (
        f"<html><body><h1>{TITLE}</h1><h2>一、加强学习</h2><p><strong>一是提高认识。</strong>推动工作，抓好落实。</p>"
        '<p><span style="font-weight: bold">二是</span><b>改进作风。</b>推动工作，抓好落实。</p></body>'
    )
    source = read(page)
    assert [line.level for line in source.lines] == [1, 2, None, None]
    strong = [source.text[one.start : one.end] for line in source.lines for one in line.strong]
    assert strong == ["一是提高认识。", "二是改进作风。"]


def test_entities_blanks_and_breaks():
    page = "<html><body><p>A&amp;B公司，\n 增长&nbsp;8%。<br/>第二行，&#22909;。</p><pre>甲\n乙</pre></body>"
    assert lines(page) == ["A&B公司，增长 8%。", "第二行，好。", "甲", "乙"]


def test_numbered_lists_keep_the_numbers_that_a_browser_shows():
    page = "<html><body><p>要做到：</p><ol><li>提高认识，</li><li>抓好落实。</li></ol></body></html>"
    assert lines(page) == ["要做到：", "1. 提高认识，", "2. 抓好落实。"]


def test_tables_of_facts_give_a_line_a_row():
    page = (
        "<html><body><p>任务如下：</p><table><tr><th>事项<th>时限<tr><td>规划<td>六月</table></body></html>"
    )
    assert lines(page) == ["任务如下：", "事项\u3000时限", "规划\u3000六月"]


def test_what_is_hidden_is_not_read():
    hidden = '<p style="display: none">看不见，的。</p><p hidden>也是，。</p>'
    page = f"<html><body><p>正文，很好。</p>{hidden}</body></html>"
    assert lines(page) == ["正文，很好。"]


def test_words_of_a_speech_that_look_like_furniture_stay():
    speech = ["来源于实践，服务于人民。", "分享发展成果，是我们的追求。"]
    assert lines(f"<html><body>{''.join(f'<p>{line}</p>' for line in speech)}</body></html>") == speech


def test_pages_that_nest_deep_are_read():
    assert lines(f"<html><body>{'<div>' * 1500}<p>正文，很好。</p></body></html>") == ["正文，很好。"]


def test_pages_that_nest_too_deep_are_refused_and_not_cut():
    with pytest.raises(SourceError, match="太深"):
        read(f"<html><body><p>正文，很好。</p>{'<div>' * 3000}<p>还有，很多。</p></body></html>")


def mhtml(page, encoding):
    body = base64.encodebytes(page.encode(encoding)).decode()
    return (
        "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
        f"--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n{body}\r\n"
        "--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b--\r\n"
    )


def test_pages_saved_in_one_file():
    source = parse_bytes(mhtml(tables(), "gb18030").encode(), "讲话.mht", "讲话")
    assert source.text.split("\n") == [TITLE, *TEXT]


def test_a_header_that_has_swallowed_a_page_is_not_taken_apart():
    """A damaged file had half a megabyte behind ``Content-Type:``, and took a minute and 700 MB."""
    swallowed = 'text/html; charset="utf-8"; ' + "a=b c <p x='1'>; " * 60_000
    file = mhtml(tables(), "gb18030").replace("Content-Type: text/html\r\n", f"Content-Type: {swallowed}\r\n")
    assert parse_bytes(file.encode(), "讲话.mht", "讲话").text.split("\n") == [TITLE, *TEXT]


def test_a_page_without_text():
    with pytest.raises(SourceError, match="没有文字"):
        read("<html><head><title></title></head><body><script>a。</script></body></html>")
    with pytest.raises(SourceError, match="没有网页"):
        parse_bytes(
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b--\n", "a.mht", "a"
        )


@pytest.mark.parametrize("text", ["<讲话稿>\n一、加强学习\n", "# 标题\n<p>正文</p>\n", "a < b，c > d\n"])
def test_text_with_a_few_signs_is_no_page(text):
    assert parse_bytes(text.encode(), "a.txt", "a").written == text


TRADITIONAL = (
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">'
    "<title>在全市經濟工作會議上的講話_某市政府網站</title></head><body>"
    "<p>首頁 &gt; 領導講話</p><p>發佈日期：2024-05-06</p><div>"
    "<p>各位同志：</p><p>今天召開會議，主要任務是總結工作，部署任務，把2020～2025年的規劃落到實處。</p>"
    "<p>一、提高認識</p><p>營商環境就是生產力，抓營商環境就是抓發展，各級各部門要高度重視。</p>"
    "<p>謝謝大家！</p></div><p>責任編輯：張三</p><p>相關新聞</p><p>別的會議</p></body></html>"
)


@pytest.mark.parametrize("charset", ["big5", "Big5-HKSCS", "x-x-big5", "utf-8", ""])
def test_a_page_in_traditional_characters_is_read_without_its_furniture(charset):
    """A page that calls itself UTF-8 and is none, or says nothing, is told by its bytes."""
    data = TRADITIONAL.format(charset=charset).encode("cp950")
    lines = [line for line in parse_bytes(data, "x.html", "x").text.split("\n") if line.strip()]
    assert lines == [
        "在全市經濟工作會議上的講話",
        "各位同志：",
        "今天召開會議，主要任務是總結工作，部署任務，把2020～2025年的規劃落到實處。",
        "一、提高認識",
        "營商環境就是生產力，抓營商環境就是抓發展，各級各部門要高度重視。",
        "謝謝大家！",
    ]
