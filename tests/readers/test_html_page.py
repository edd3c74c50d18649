"""What of a web page is the speech: its title, its chrome, its encoding, and the wording of sites."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.errors import SourceError
from reportgen.readers.files import parse_bytes
from reportgen.readers.html.wording import is_furniture, opens_appendix

TITLE = "在全市优化营商环境大会上的讲话"
TEXT = ["同志们：", "今天召开会议，主要任务是总结工作，部署任务。", "要盯住堵点，逐项破解，做到事事有着落。"]
BODY = "".join(f"<p>{line}</p>" for line in TEXT)


def source(page, encoding="utf-8"):
    return parse_bytes(page.encode(encoding), "讲话.html", "讲话")


def lines(page, encoding="utf-8"):
    return source(page, encoding).text.split("\n")


def page(body, head=""):
    return f"<html><head>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    "line",
    [
        "来源：市日报",
        "责任编辑：张三",
        "发布时间：2024-05-06 10:20",
        "发布日期: 2024年5月6日",
        "浏览次数：120",
        "【字体：大 中 小】",
        "您当前的位置：首页 > 政务公开 > 领导讲话",
        "当前位置：首页>领导讲话",
        "首页 > 领导讲话",
        "打印本页",
        "分享到：微信 微博",
        "关闭窗口",
        "上一篇：关于召开会议的通知",
        "下一页",
        "返回顶部",
        "版权所有：市政府办公室",
        "Copyright © 2024 All Rights Reserved",
        "京ICP备12345678号",
        "未经授权，禁止转载",
        "主办单位：市政府办公室",
        "网站地图 | 联系我们",
        "2024-05-06 来源：市日报",
        "2024-05-06 10:20:30",
        "2024年5月6日 10:20　字号",
        "索引号：000014349/2024-00001",
        "",
        "   ",
        "責任編輯：張三",
    ],
)
def test_what_sites_write_around_a_text_is_furniture(line):
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "来源于实践，服务于人民。",
        "分享发展成果，是我们的追求。",
        "打印店要规范经营。",
        "大家要抓好落实。",
        "首页文章要精心组织。",
        "时间紧、任务重，要抓紧。",
        "日期定了就要落实。",
        "中",
        "（2024年5月6日）",
        "2024年5月6日",
        "要加强网站建设，主办单位要负责。",
        "编辑部的同志们：",
        "来源：" + "要把资金来源管好，" * 12,
    ],
)
def test_words_of_a_speech_are_no_furniture(line):
    assert is_furniture(line) == (line == "中")


@pytest.mark.parametrize(
    "line", ["相关链接", "相关阅读：", "延伸阅读", "热点推荐", "相關新聞", "相关政策解读"]
)
def test_what_opens_the_links_behind_a_text(line):
    assert opens_appendix(line)
    assert lines(page(f"{BODY}<h3>{line}</h3><p>别的讲话，很长。</p><p>再一篇。</p>")) == TEXT


@pytest.mark.parametrize("line", ["相关部门要配合。", "相关链接要清理。", "延伸阅读范围", "要做好相关工作"])
def test_a_sentence_with_such_words_ends_nothing(line):
    assert not opens_appendix(line)
    assert lines(page(f"{BODY}<p>{line}</p><p>还要努力。</p>"))[-2:] == [line, "还要努力。"]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (f"<title>{TITLE}</title>", TITLE),
        (f"<title>{TITLE}_某市政府网</title>", TITLE),
        (f"<title>{TITLE}-领导讲话-某市人民政府</title>", TITLE),
        (f"<title>{TITLE} | 某市</title>", TITLE),
        (f"<title>{TITLE}--某市政府</title>", TITLE),
        (f"<title>{TITLE}——中国政府网</title>", TITLE),
        (f'<title>某市政府网</title><meta name="ArticleTitle" content="{TITLE}">', TITLE),
        (f'<meta property="og:title" content="{TITLE}_某市"><title>首页</title>', TITLE),
        ("<title>牢记嘱托——在大会上的讲话</title>", "牢记嘱托——在大会上的讲话"),
        (f"<title>{TITLE * 6}</title>", None),
        (f"<title>{TITLE * 40}</title>", None),
        ("<title></title>", None),
        ("", None),
    ],
)
def test_a_page_without_a_heading_has_the_title_that_it_calls_itself_by(head, title):
    found = source(page(BODY, head))
    assert found.text.split("\n") == [*([title] if title else []), *TEXT]
    assert found.lines[0].level == (1 if title else None)


def test_of_several_first_headings_the_one_that_the_page_calls_itself_by_is_the_title():
    body = f"<h1>某市人民政府</h1><div><h1>{TITLE}</h1>{BODY}</div><h1>推荐阅读</h1>"
    assert TITLE in lines(page(body, f"<title>{TITLE}_某市政府网</title>"))[:2]


def test_a_title_that_stands_in_the_text_in_two_rows_is_not_set_above_it_again():
    body = f"<p>{TITLE[:8]}</p><p>{TITLE[8:]}</p>{BODY}"
    assert lines(page(body, f"<title>{TITLE}_某市政府网</title>")) == [TITLE[:8], TITLE[8:], *TEXT]


@pytest.mark.parametrize(
    "chrome",
    [
        "<nav><a>首页</a>，<a>政务</a>。</nav>",
        '<div class="nav-bar">政务公开，办事服务，互动交流。</div>',
        '<div id="Footer">联系我们，欢迎来信。</div>',
        '<ul class="breadcrumb"><li>首页</li><li>领导讲话，全部。</li></ul>',
        '<div class="share-box">喜欢，就分享给朋友吧！</div>',
        '<p style="display:none">看不见，的。</p>',
        "<select><option>友情链接，一。</option></select>",
        "<script>var a = '你好，世界。';</script>",
        "<!-- 注释，很长。 -->",
        '<div class="sidebar"><a href="#">热点，新闻。</a></div>',
    ],
)
@pytest.mark.parametrize("where", ["{}{}", "{1}{0}"])
def test_chrome_is_left_out_wherever_it_stands(chrome, where):
    assert lines(page(where.format(chrome, f'<div class="article">{BODY}</div>'))) == TEXT


@pytest.mark.parametrize("name", ["footer", "print", "comment", "share", "page"])
def test_an_element_that_holds_the_speech_is_no_chrome_whatever_its_name(name):
    assert lines(page(f'<div class="{name}" id="{name}">{BODY}</div>')) == TEXT


def test_text_behind_what_is_left_out_stays_in_its_line():
    assert lines(page("<p>今天<script>1</script>开会，<span hidden>暗</span>很好。</p>" + BODY))[0] == (
        "今天开会，很好。"
    )


@pytest.mark.parametrize(
    ("markup", "strong"),
    [
        ("<p><b>一是学习。</b>要学好。</p>", ["一是学习。"]),
        ("<p><b>一是</b><strong>学习。</strong>要学好。</p>", ["一是学习。"]),
        ('<p><span style="color:red;font-weight:700">一是学习。</span>要学好。</p>', ["一是学习。"]),
        ('<p><span style="font: bold 16px 黑体">一是学习。</span>要学好。</p>', ["一是学习。"]),
        ('<p><b>一是<span style="font-weight:normal">学习。</span></b>要学好。</p>', ["一是"]),
        ("<h2><b>一是学习。</b></h2><p>要学好。</p>", []),
        ('<p><span style="font-weight:400">一是学习。</span>要学好。</p>', []),
    ],
)
def test_what_is_bold_by_tag_or_style_is_strong(markup, strong):
    found = source(page(markup + BODY))
    assert [found.text[one.start : one.end] for line in found.lines for one in line.strong] == strong


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ('<ol start="3"><li>学习，</li><li>落实。</li></ol>', ["3. 学习，", "4. 落实。"]),
        ('<ol start="x"><li>学习，</li></ol>', ["1. 学习，"]),
        ('<ol start="99999999"><li>学习，</li></ol>', ["1. 学习，"]),
        ("<ul><li>学习，</li><li>落实。</li></ul>", ["学习，", "落实。"]),
        ("<p>第一行，<br>第二行。</p>", ["第一行，", "第二行。"]),
        ("<pre>甲，  乙\n丙。</pre>", ["甲，  乙", "丙。"]),
        ("<p>增长\n8%，\n好。</p>", ["增长8%，好。"]),
        ("<p>GDP\ngrowth，好。</p>", ["GDP growth，好。"]),
        ("<table><tr><td>甲，</td><td></td></tr></table>", ["甲，"]),
        ("<table><tr><td>甲</td><td>乙</td><td>丙</td></tr></table>", ["甲\u3000乙\u3000丙"]),
        ("<div>甲，<div>乙。</div>丙。</div>", ["甲，", "乙。", "丙。"]),
    ],
)
def test_blocks_breaks_lists_and_tables_become_lines(markup, text):
    assert lines(page(BODY + markup))[len(TEXT) :] == text


@pytest.mark.parametrize("charset", ["gbk", "GB2312", "gb18030"])
@pytest.mark.parametrize(
    "way", ['<meta charset="{}">', "<meta http-equiv=Content-Type content='text/html; charset={}'>"]
)
def test_a_page_of_an_old_encoding_is_read_by_its_own_word(charset, way):
    assert lines(page(BODY, way.format(charset)), "gb18030") == TEXT


def test_an_xml_head_before_a_page_that_is_none_of_its_kind():
    assert lines(f'\ufeff<?xml version="1.0" encoding="gb2312"?>{page(BODY)}') == TEXT


@pytest.mark.parametrize("markup", ["<html><body></body></html>", "<html><body><p>\u3000</p></body></html>"])
def test_a_page_without_any_words_is_told_in_one_line(markup):
    with pytest.raises(SourceError, match="没有文字") as caught:
        source(markup)
    assert "\n" not in str(caught.value)


@given(st.lists(st.text("同志们要抓好落实工作，。、“”", min_size=4, max_size=30), min_size=1, max_size=8))
def test_whatever_the_paragraphs_are_all_of_them_are_read(texts):
    texts = [f"要{text}。" for text in texts]
    assert lines(page("".join(f"<p>{text}</p>" for text in texts))) == texts
