"""Who may come in, and what may be sent."""

import io
import zipfile

import pytest

from reportgen.serving import guarding, limits
from reportgen.serving.app import application
from reportgen.serving.desk import Desk
from reportgen.serving.guarding import Gate
from reportgen.serving.naming import own_name


def test_without_the_token_nothing_is_shown(stranger):
    assert stranger.client.get("/").status_code == 403
    assert stranger.client.get("/static/page.js").status_code == 403
    assert stranger.client.post("/sample").status_code == 403


def test_a_wrong_token_does_not_open(stranger):
    assert stranger.client.get("/", params={"token": "a-token-of-this-tes"}).status_code == 403
    assert not stranger.client.cookies


def test_the_first_address_gives_a_cookie_that_no_other_page_sends(stranger):
    answer = stranger.enter()
    cookie = answer.headers["set-cookie"].lower()
    assert answer.status_code == 200
    assert "samesite=strict" in cookie
    assert "httponly" in cookie
    assert "token" not in answer.text
    assert stranger.client.get("/").status_code == 200


def test_the_token_opens_no_other_address(stranger):
    assert stranger.client.get("/static/page.js", params={"token": "a-token-of-this-test"}).status_code == 403


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:8800", "127.0.0.1", "127.0.0.1:81", "", "127.0.0.1.evil.example:8800"],
)
def test_another_host_is_refused(browser, host):
    assert browser.client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://127.0.0.1:81", "https://127.0.0.1:8800"]
)
def test_a_page_elsewhere_can_send_nothing(browser, origin):
    assert browser.client.post("/sample", headers={"origin": origin}).status_code == 403
    assert browser.client.get("/", headers={"origin": origin}).status_code == 403


def test_what_changes_something_must_say_where_it_comes_from(browser):
    del browser.client.headers["origin"]
    try:
        assert browser.client.post("/sample").status_code == 403
        assert browser.client.get("/").status_code == 200
    finally:
        browser.client.headers["origin"] = "http://127.0.0.1:8800"


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_page_elsewhere_cannot_embed_anything(browser, site):
    assert browser.client.get("/static/icon.svg", headers={"sec-fetch-site": site}).status_code == 403
    assert browser.client.get("/", headers={"sec-fetch-site": site}).status_code == 403


def test_every_answer_forbids_what_is_not_ours(browser):
    for path in ("/", "/static/page.css", "/nowhere"):
        headers = browser.client.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"


def test_no_page_has_scripts_or_styles_in_it(browser, speech_bytes):
    draft = browser.read(speech_bytes)
    for path in ("/", draft, f"{draft}/content", f"{draft}/files"):
        text = browser.client.get(path).text
        assert "<script>" not in text
        assert "style=" not in text
        assert "<style" not in text
        assert " onclick" not in text


def test_a_file_that_says_it_is_too_large_is_refused_before_it_comes(browser):
    answer = browser.client.post("/drafts", content=b"", headers={"content-length": str(limits.UPLOAD + 1)})
    assert answer.status_code == 413
    assert "50 MB" in answer.text


def test_a_file_that_does_not_say_how_large_it_is_is_counted(browser, monkeypatch):
    monkeypatch.setattr(guarding, "UPLOAD", 1000)
    before = set(browser.client.desk.drafts.folder.iterdir())
    answer = browser.client.post("/drafts", content=(b"x" * 300 for _ in range(5)))
    assert answer.status_code == 413
    assert set(browser.client.desk.drafts.folder.iterdir()) == before


def test_a_form_is_no_file(browser, speech_bytes):
    draft = browser.read(speech_bytes)
    assert browser.change(draft, 0, do="add", part="0", text="长" * limits.FORM).status_code == 413


@pytest.mark.anyio
async def test_who_sends_nothing_for_long_is_not_waited_for(monkeypatch):
    import asyncio

    monkeypatch.setattr(guarding, "IDLE", 0.01)

    async def never():
        await asyncio.sleep(60)

    answers = []

    async def send(message):
        answers.append(message)

    gate = Gate(8800, "t" * 12, frozenset({"127.0.0.1"}))
    cookie = f"{gate.cookie}={gate.admitted()}".encode()
    headers = [(b"host", b"127.0.0.1:8800"), (b"origin", b"http://127.0.0.1:8800"), (b"cookie", cookie)]
    scope = {
        "type": "http",
        "scheme": "http",
        "method": "POST",
        "path": "/drafts",
        "query_string": b"",
        "headers": headers,
    }
    desk = Desk(1)
    await application(gate, desk)(scope, never, send)
    desk.drafts.close()
    assert answers[0]["status"] == 408


@pytest.fixture
def anyio_backend():
    return "asyncio"


@pytest.mark.parametrize(
    "path",
    ["/static/..%2f..%2fapp.py", "/static/../app.py", "/static/%2e%2e/app.py", "/static/app.py", "/static/"],
)
def test_no_path_leads_out_of_the_files_of_the_page(browser, path):
    assert browser.client.get(path).status_code == 404


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("讲话.docx", "讲话.docx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\某人\\讲话.docx", "讲话.docx"),
        ("..", "粘贴.txt"),
        (".htaccess", "htaccess"),
        ("a\x00b\n.txt", "ab.txt"),
        ("CON.docx", "粘贴.docx"),
        ('<img src=x onerror="alert(1)">.txt', "_img src=x onerror=_alert(1)__.txt"),
        ("长" * 200 + ".docx", "长" * 40 + ".docx"),
        ("", "粘贴.txt"),
    ],
)
def test_a_name_from_outside_leads_nowhere(name, own):
    assert own_name(name, "粘贴.txt") == own


def test_a_file_is_kept_in_the_private_folder_whatever_its_name(browser, speech_bytes):
    draft = browser.read(speech_bytes, "../../../../tmp/讲话&<b>.txt")
    folder = browser.client.desk.drafts.folder / draft.rpartition("/")[2]
    assert [one.name for one in folder.glob("speech/*")] == ["讲话&_b_.txt"]
    page = browser.client.get(f"{draft}/files").text
    assert "讲话&amp;_b_" in page


def test_words_of_a_speech_are_no_markup(browser):
    heading = "一、抓好<img src=x onerror=alert(1)>工作"
    body = f"{heading}\n要开展<b>培训</b>活动。\n二、抓好落实\n要加强检查。\n"
    text = f"关于<script>alert(1)</script>的讲话\n\n{body}"
    draft = browser.read(text.encode())
    page = browser.client.get(f"{draft}/content").text
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "&lt;script&gt;alert" in page


def test_a_package_that_unpacks_without_end_is_told(browser):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b" " * (200 << 20))
    draft = browser.read(held.getvalue(), "炸弹.docx")
    page = browser.client.get(draft).text
    assert "炸弹.docx：" in page
    assert 'role="alert"' in page


def test_another_browser_cannot_see_a_draft(browser, speech_bytes):
    draft = browser.read(speech_bytes)
    assert browser.client.get(f"{draft}/content").status_code == 200
    browser.client.cookies.clear()
    browser.enter()
    for path in ("", "/content", "/files", "/brief.yaml", "/all.zip", "/events"):
        assert browser.client.get(f"{draft}{path}").status_code == 404


def test_downloads_are_attachments(browser, speech_bytes):
    draft = browser.read(speech_bytes)
    for path in ("/files/0/0", "/all.zip", "/brief.yaml"):
        headers = browser.client.get(f"{draft}{path}").headers
        assert headers["content-disposition"].startswith("attachment;")
        assert headers["content-type"] == "application/octet-stream"


def test_a_server_for_all_takes_addresses_but_no_names_that_lead_here():
    gate = Gate(80, "t" * 12, frozenset({"desk"}), any_address=True)
    assert gate.is_host("192.168.1.5")
    assert gate.is_host("[fe80::1]:80")
    assert gate.is_host("desk:80")
    assert not gate.is_host("evil.example")
