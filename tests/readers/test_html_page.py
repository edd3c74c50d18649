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
        "1 2 3 下一页 尾页",
        "[1] [2] … [9] 下一页",
        "共3页 第1页",
        "第 1 页 / 共 3 页",
        "- 1 -",
        "点击上方蓝字关注我们",
        "长按识别二维码关注",
        "微信扫一扫，使用小程序",
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
        "【打印文章】【关闭页面】",
        "[打印] [关闭]",
        "【我要纠错】责任编辑：李四",
        "打印 | 收藏 | 纠错 | 分享到：",
        "附件下载：",
        "上一条：没有了 下一条：关于做好巡查工作的通知",
        "上一篇 无",
        "（责任编辑：李四　校对：王五）",
        "下载Word版 全屏阅读",
        "附件下载：任务清单.doc",
        "【字号： 加大 还原 减小】",
        "A- A A+",
        "无障碍浏览",
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
        "记者：这项工作难在哪里，下一步怎么办？",
        "来源：一是财政投入，二是社会捐助。",
        "扫一扫就能办成的事，要多办几件。",
        "下一条河也要这样治！",
        "无障碍环境建设",
        "无障碍设施要管好。",
        "下载平台要备案",
        "附件：1. 任务清单",
        "1 2 3",
        "共3页材料",
        "-1-2-",
        "点击率上升",
        "打印、复印要登记",
        "关闭窗口期",
        "编辑",
        "无",
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


def test_what_is_left_out_of_the_text_is_counted():
    last = "<p>要<del>尽量</del>按期<s>争取</s>完成。<sup>[1]</sup></p>"
    found = source(page(f"<p>【打印文章】</p>{BODY}{last}<p>责任编辑：李四</p>"))
    assert found.text.split("\n") == [*TEXT, "要按期完成。"]
    assert found.left_out == ("2 处划去的文字", "1 处注释标记", "2 行网页按钮、编辑信息等")
    assert source(page(BODY)).left_out == ()


@pytest.mark.parametrize(
    ("marked", "read"),
    [
        ("10<sup>4</sup>吨", "10⁴吨"),
        ("3平方米（m<sup>2</sup>）", "3平方米（m²）"),
        ("10<sup>-6</sup>", "10⁻⁶"),
        ("CO<sub>2</sub>排放", "CO₂排放"),
        ("见表<sup>注释甲</sup>", "见表注释甲"),
        ("抓好落实<sup><a href='#n1'>［1］</a></sup>", "抓好落实"),
        ("<span style='color:red; text-decoration: line-through'>旧数</span>新数", "新数"),
        ("<u style='text-decoration: underline'>要点</u>", "要点"),
    ],
)
def test_the_height_of_characters_and_a_line_through_them_have_a_meaning(marked, read):
    assert lines(page(f"{BODY}<p>{marked}</p>"))[-1] == read


@pytest.mark.parametrize("numbers", ["一二三", ["01", "02", "03"], ["一、", "二、", "三、"]])
def test_a_number_in_a_box_of_its_own_goes_with_the_heading_below(numbers):
    heads = ["看清形势，坚定信心", "突出重点", "压实责任"]
    body = "".join(
        f"<section><p><b>{number}</b></p></section><section><p>{head}</p></section><p>要盯住堵点，逐项破解。</p>"
        for number, head in zip(numbers, heads, strict=True)
    )
    joined = [f"{number.rstrip('、')}、{head}" for number, head in zip(numbers, heads, strict=True)]
    assert lines(page(BODY + body))[3::2] == joined


@pytest.mark.parametrize(
    "box", ["<p>一</p><p>只此一家</p>", "<p>三</p><p>甲</p><p>五</p><p>乙</p>", "<p>一</p><p>二</p>"]
)
def test_numbers_that_do_not_count_from_one_stay_alone(box):
    assert lines(page(BODY + box))[3:] == lines(page(box))


@pytest.mark.parametrize(
    "body",
    [
        "<div id=app></div><noscript>请允许脚本运行</noscript>",
        "<div id=app>正在加载…</div><script>go()</script>",
        "<p>您的浏览器不支持JavaScript，请开启后刷新。</p><script>go()</script>",
    ],
)
def test_a_page_saved_before_its_script_ran_is_refused(body):
    with pytest.raises(SourceError, match="没有文字，正文要等脚本"):
        source(page(body, f"<title>{TITLE}</title>"))


def test_the_text_goes_on_behind_a_list_of_links_inside_it():
    links = "".join(f"<li><a href='/{n}'>关于第{n}次会议的通知</a> 2024-05-06</li>" for n in range(3))
    body = f"{BODY}<div><h4>相关阅读</h4><ul>{links}</ul></div><p>二、改进作风。要多到一线，多解难题。</p>"
    assert lines(page(body)) == [*TEXT, "二、改进作风。要多到一线，多解难题。"]


def test_most_of_a_page_is_no_list_of_other_texts():
    body = f"<p>同志们：</p><p>相关信息</p>{BODY * 3}"
    assert lines(page(body)) == ["同志们：", "相关信息", *TEXT * 3]
