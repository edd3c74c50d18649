"""Pages inside of pages, and pages whose text lies in elements that mostly hold none."""

import base64
import quopri

import pytest

from reportgen.errors import SourceError
from reportgen.readers.files import parse_bytes

TITLE = "在全市河湖管护现场会上的讲话"
TEXT = [
    "同志们：",
    "今天召开现场会，主要任务是交流经验，部署下一步工作。",
    "一、认清形势",
    "全市河湖水质连续三年好转，但是短板仍然不少，不能松劲。",
    "二、压实责任",
    "各级河湖长要多走一步，把问题解决在岸边，解决在水里。",
]
BODY = "".join(f"<p>{line}</p>" for line in TEXT)
HEAD = f"<title>{TITLE}_某市水务局</title>"


def page(body, head=HEAD):
    return f'<html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def read(markup, name="讲话.html"):
    return parse_bytes(markup.encode(), name, "讲话")


def lines(markup, name="讲话.html"):
    return read(markup, name).text.split("\n")


def part(body, *heads):
    coded = quopri.encodestring(body.encode()).decode()
    head = "".join(f"{one}\r\n" for one in heads)
    return f"Content-Type: text/html\r\n{head}Content-Transfer-Encoding: quoted-printable\r\n\r\n{coded}\r\n"


def saved(*parts, head=""):
    inside = "".join(f"--b\r\n{one}" for one in parts)
    kind = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
    return f"From: <Saved by Blink>\r\n{head}{kind}{inside}--b--\r\n"


FRAMES = (
    f'<html><head>{HEAD}</head><frameset cols="20%,80%"><frame src="cid:a@x"><frame src="cid:b@x"></frameset>'
)
LEFT = "<html><body><a>首页</a></body></html>"
DATA = base64.b64encode(page(BODY).encode()).decode()


@pytest.mark.parametrize(
    "body",
    [
        f'<h1>{TITLE}</h1><iframe srcdoc="{BODY}"></iframe>',
        f'<h1>{TITLE}</h1><iframe src="data:text/html;base64,{DATA}"></iframe><p>版权所有：某市</p>',
        f'<h1>{TITLE}</h1><my-text><template shadowrootmode="open">{BODY}</template></my-text>',
        f"<aside><h1>{TITLE}</h1>{BODY}</aside>",
        f"<noscript><h1>{TITLE}</h1>{BODY}</noscript>",
        f"<h1>{TITLE}</h1><textarea>{chr(10).join(TEXT)}</textarea>",
        "".join(f'<div class="page" id="page-{n}">{BODY[n::1] if not n else ""}</div>' for n in range(2)),
    ],
    ids=["srcdoc", "data", "shadow", "aside", "noscript", "textarea", "page"],
)
def test_text_in_an_element_that_mostly_holds_none(body):
    assert lines(page(body)) == [TITLE, *TEXT]


def test_pages_of_a_text_that_are_each_a_small_part_of_it():
    pages = "".join(f'<div class="page">{f"<p>这是第{n}页的话，要记住。</p>" * 2}</div>' for n in range(5))
    assert len(lines(page(pages))) == len([TITLE]) + 10


@pytest.mark.parametrize(
    "mail",
    [
        saved(part(FRAMES), part(LEFT, "Content-ID: <a@x>"), part(page(BODY), "Content-ID: <b@x>")),
        saved(
            part(page(f'<h1>{TITLE}</h1><iframe src="http://x/in.html"></iframe>')),
            part(page(BODY), "Content-Location: http://x/in.html"),
        ),
        saved(
            part(page("<p>广告，不看。</p>"), "Content-Location: http://x/ad.html"),
            part(page(BODY), "Content-Location: http://x/a.html"),
            head="Snapshot-Content-Location: http://x/a.html\r\n",
        ),
    ],
    ids=["frameset", "iframe", "snapshot"],
)
def test_the_frames_of_a_page_in_one_file(mail):
    assert lines(mail, "讲话.mht") == [TITLE, *TEXT]


def test_a_page_that_holds_itself_ends():
    body = f"{BODY}<iframe src='http://x/a.html'></iframe>"
    mail = saved(part(page(body), "Content-Location: http://x/a.html"))
    assert lines(mail, "讲话.mht")[: len(TEXT) + 1] == [TITLE, *TEXT]


@pytest.mark.parametrize(
    "markup",
    [
        f'<html><head>{HEAD}</head><frameset><frame src="a.html"><frame src="b.html"></frameset></html>',
        page(f'<h1>{TITLE}</h1><iframe src="main.html"></iframe>'),
    ],
)
def test_a_page_whose_text_lies_in_another_file_is_refused(markup):
    with pytest.raises(SourceError, match="框架里另一个网页"):
        read(markup)


def test_a_frame_beside_the_text_changes_nothing():
    source = read(page(f'{BODY}<iframe src="ad.html"></iframe><iframe srcdoc="<p>广告</p>"></iframe>'))
    assert source.text.split("\n")[: len(TEXT) + 1] == [TITLE, *TEXT]


@pytest.mark.parametrize(
    ("markup", "told"),
    [
        ("<aside><p>河湖长要常看、常巡，这是硬任务。</p></aside>", ("1 处网页边栏、页脚等",)),
        ("<footer><p>谢谢大家，再见。</p></footer>", ("1 处网页边栏、页脚等",)),
        ("<dialog open><p>欢迎订阅，谢谢。</p></dialog>", ("1 处网页边栏、页脚等",)),
        ("<div class=ad><a>广告</a></div>", ()),
        ("<nav><a>首页</a></nav>", ()),
    ],
)
def test_sentences_left_out_inside_the_text_are_told(markup, told):
    source = read(page(f"<article><h1>{TITLE}</h1>{BODY}{markup}<p>最后，祝大家顺利。</p></article>"))
    assert source.text.split("\n") == [TITLE, *TEXT, "最后，祝大家顺利。"]
    assert source.left_out == told


def test_a_paragraph_named_by_its_place_stays():
    assert lines(page(f'{BODY}<p class="bottom">最后，祝大家顺利。</p>'))[-1] == "最后，祝大家顺利。"


def test_a_button_that_unfolds_the_text_below_is_its_heading():
    body = BODY.replace("<p>一、认清形势</p>", "<h2><button>一、认清形势</button></h2><button>收起</button>")
    assert lines(page(body)) == [TITLE, *TEXT]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (HEAD, f"<h1>某市水务局</h1><h2>{TITLE}</h2>{BODY}"),
        (f"<title>某市水务局 - {TITLE}</title>", BODY),
        (f"<title>{TITLE}-领导讲话-信息公开-某市水务局</title>", BODY),
    ],
)
def test_the_name_of_the_site_is_no_title(head, body):
    assert lines(page(body, head)) == [TITLE, *TEXT]


def test_the_text_of_wechat_is_found_beside_its_dialogs():
    inner = "".join(f"<section><span leaf>{line}</span></section>" for line in TEXT)
    body = (
        f'<div id="js_article"><h1>{TITLE}</h1><div>原创<a>清河发布</a><em>2025-03-06 10:20</em></div>'
        '<div id="js_content" style="visibility: hidden; opacity: 0;"><p>点击上方蓝字关注我们</p>'
        f"{inner}</div></div>"
        '<div id="js_pc_qr_code"><p>微信扫一扫<br>关注该公众号</p></div><p>继续滑动看下一个</p>'
        '<div role="alert"><p>： ， 。 视频 小程序 赞 ，轻点两下取消赞 在看 ，轻点两下取消在看</p></div>'
    )
    assert lines(page(body)) == [TITLE, *TEXT]
