"""The whole way, as a person goes it, in Chromium."""

import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import reportgen
from speech import SPEECH
from waiting import HANGS

pytestmark = pytest.mark.browser
SEED = next((Path(__file__).parents[2] / "seeds").glob("*.txt"))
PATIENCE = HANGS * 1000


@pytest.fixture(scope="module")
def address():
    """The first address of a server in a process of its own."""
    command = [sys.executable, "-m", "reportgen", "serve", "--no-browser"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8") as server:
        yield re.search(r"http://\S+", server.stderr.readline())[0]
        server.terminate()
        server.communicate(timeout=HANGS)


@pytest.fixture(scope="module")
def chromium():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


@pytest.fixture
def tab(chromium, address):
    """A tab of a browser that has come in; nothing may go wrong in it unseen."""
    context = chromium.new_context(viewport={"width": 1280, "height": 720}, accept_downloads=True)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    faults = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("console", lambda line: faults.append(line.text) if "Content Security" in line.text else None)
    page.goto(address)
    page.wait_for_selector("#drop")
    yield page
    context.close()
    assert faults == []


def put(page, path):
    page.set_input_files("#file", str(path))
    page.wait_for_selector("#work")


def revision(page):
    return int(page.get_attribute("#work", "data-revision"))


def changed(page, before):
    page.wait_for_selector(f'#work[data-revision="{before + 1}"]')


def has_no_sideways_scroll(page):
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_the_whole_way_by_mouse(tab, tmp_path):
    put(tab, SEED)
    assert "token" not in tab.url
    tab.click("text=助力优化营商环境")
    tab.wait_for_selector('#work[data-part="1.1"]')
    # 原文 opens with the passage marked.
    tab.locator(".lines details summary", has_text="原文").first.click()
    assert tab.locator(".lines blockquote mark").first.is_visible()
    # A tick puts a line on a slide, and new pictures come.
    before = revision(tab)
    box = tab.locator(".lines input[type=checkbox]:not(:checked)").first
    words = tab.locator(f'label[for="{box.get_attribute("id")}"]').inner_text()
    box.click()
    changed(tab, before)
    assert tab.locator(f'.line:has(label:text-is("{words}")) input').is_checked()
    picture = tab.locator(".slides img").nth(3)
    assert f"/slides/{before + 1}/" in picture.get_attribute("src")
    picture.evaluate("(one) => one.decode()")
    # A mask is filled, a line added, a heading renamed.
    tab.fill("#m-1", "县委书记")
    tab.locator(".todo").first.locator("button").click()
    changed(tab, before + 1)
    assert tab.locator(".todo").count() == 2
    tab.click("text=加一条")
    tab.fill("#add-text", "每季度通报一次")
    tab.locator("#add button").click()
    changed(tab, before + 2)
    tab.dblclick("#tree .sel a")
    tab.fill("#rename-text", "优化环境")
    tab.keyboard.press("Enter")
    changed(tab, before + 3)
    assert tab.locator("#tree .sel a").inner_text().strip().startswith("二是 优化环境")
    tab.wait_for_selector("#proof .ok")
    # A slide in large.
    tab.locator(".slide").nth(2).click()
    assert tab.locator("#large").is_visible()
    tab.locator("#large >> text=关闭").click()
    # The files are those of build.
    tab.click("text=下一步：取成品")
    with tab.expect_download() as loading:
        tab.click("text=全部下载")
    archive = zipfile.ZipFile(loading.value.path())
    (name,) = (one for one in archive.namelist() if one.endswith(".yaml"))
    brief = tmp_path / name
    brief.write_bytes(archive.read(name))
    assert "优化环境" in brief.read_text("utf-8")
    built = reportgen.build(brief, output=tmp_path / "out")
    assert {path.name: path.read_bytes() for path in built.paths} == {
        one: archive.read(one) for one in archive.namelist() if one != name
    }


def test_the_whole_way_by_keyboard(tab):
    def until(query):
        """Press Tab until something is reached; what has no visible focus would be lost."""
        for _ in range(80):
            if tab.evaluate("(query) => document.activeElement.matches(query)", query):
                outline = tab.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")
                assert outline != "none" or query.startswith("input")
                return
            tab.keyboard.press("Tab")
        raise AssertionError(query)

    until("#sample")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("#work")
    until("#tree li a")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("ArrowDown")
    second = tab.evaluate("() => document.activeElement.textContent")
    tab.keyboard.press("Alt+ArrowUp")
    changed(tab, 0)
    tab.wait_for_selector("#tree a[aria-current]:focus")
    assert tab.evaluate("() => document.activeElement.textContent").split()[-1] == second.split()[-1]
    tab.keyboard.press("Delete")
    changed(tab, 1)
    assert second.split()[-1] not in tab.locator("#tree").inner_text()
    tab.keyboard.press("Control+z")
    changed(tab, 2)
    assert second.split()[-1] in tab.locator("#tree").inner_text()
    until(".lines input[type=checkbox]")
    tab.keyboard.press("Space")
    changed(tab, 3)
    assert tab.evaluate("() => document.activeElement.type") == "checkbox"
    until("#choice input[name=length]")
    tab.keyboard.press("ArrowRight")
    changed(tab, 4)


def test_a_bad_file_is_one_line_on_the_page(tab, tmp_path):
    (tmp_path / "图.docx").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    tab.set_input_files("#file", str(tmp_path / "图.docx"))
    line = tab.wait_for_selector(".fault:not(:empty)").inner_text()
    assert line.startswith("图.docx：")
    tab.click("text=换一份")
    tab.wait_for_selector("#drop")


def test_a_file_can_be_dropped_and_text_pasted(tab):
    tab.evaluate(
        """(text) => {
            const given = new DataTransfer();
            given.items.add(new File([text], "拖来的.txt"));
            const drop = new DragEvent("drop", {dataTransfer: given, bubbles: true});
            document.querySelector("#drop").dispatchEvent(drop);
        }""",
        SPEECH,
    )
    tab.wait_for_selector("#work")
    tab.goto(tab.url.split("/w/")[0])
    tab.click("text=粘贴文字")
    tab.fill("#text", SPEECH)
    tab.click("text=就用这些文字")
    tab.wait_for_selector("#work")


def test_a_heading_is_dragged_to_another_place(tab, tmp_path):
    (tmp_path / "讲话.txt").write_text(SPEECH, "utf-8")
    put(tab, tmp_path / "讲话.txt")
    names = tab.locator("#tree > li.d1 > a").all_inner_texts()
    tab.evaluate(
        """() => {
            const rows = [...document.querySelectorAll("#tree li.d1")], given = new DataTransfer();
            const box = rows[0].getBoundingClientRect();
            rows[1].dispatchEvent(new DragEvent("dragstart", {dataTransfer: given, bubbles: true}));
            const at = {dataTransfer: given, bubbles: true, clientX: box.x + 5, clientY: box.y + 2};
            rows[0].dispatchEvent(new DragEvent("dragover", at));
            rows[0].dispatchEvent(new DragEvent("drop", at));
        }"""
    )
    changed(tab, 0)
    after = tab.locator("#tree > li.d1 > a").all_inner_texts()
    assert after[:2] == [names[1], names[0]]


def test_reload_back_button_and_a_second_tab_lose_nothing(tab, tmp_path):
    (tmp_path / "讲话.txt").write_text(SPEECH, "utf-8")
    put(tab, tmp_path / "讲话.txt")
    tab.locator("#tree li a").nth(1).click()
    tab.wait_for_selector("#tree li:nth-child(2).sel")
    tab.click("#rename summary")
    tab.fill("#rename-text", "改过的标题")
    tab.keyboard.press("Enter")
    changed(tab, 0)
    tab.reload()
    assert "改过的标题" in tab.locator("#tree .sel").inner_text()
    other = tab.context.new_page()
    other.set_default_timeout(PATIENCE)
    other.goto(tab.url.split("/w/")[0])
    put(other, tmp_path / "讲话.txt")
    assert "改过的标题" not in other.locator("#tree").inner_text()
    other.goto(tab.url)
    other.click("#b-unhead")
    changed(other, 1)
    tab.click("#b-up")
    assert "别的窗口" in tab.wait_for_selector(".banner").inner_text()
    tab.click("text=下一步：取成品")
    tab.wait_for_selector(".done")
    tab.go_back()
    tab.wait_for_selector("#work")


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1024, 576), (640, 360)])
def test_nothing_is_cut_off_at_any_zoom(tab, tmp_path, width, height):
    """A screen of 1280 by 720 as it is, at 125 % and at 200 %."""
    tab.set_viewport_size({"width": width, "height": height})
    assert has_no_sideways_scroll(tab)
    (tmp_path / "讲话.txt").write_text(SPEECH, "utf-8")
    put(tab, tmp_path / "讲话.txt")
    assert has_no_sideways_scroll(tab)
    tab.click("text=下一步：取成品")
    tab.wait_for_selector(".done")
    assert has_no_sideways_scroll(tab)


def test_everything_that_can_be_worked_has_a_name(tab):
    tab.click("#sample")
    tab.wait_for_selector("#work")
    nameless = tab.evaluate(
        """() => [...document.querySelectorAll("a, button, input:not([type=hidden]), textarea, summary, img")]
            .filter((one) => !(one.textContent.trim() || one.getAttribute("aria-label") || one.alt
                || one.querySelector("img[alt]:not([alt=''])") || (one.labels && one.labels.length)
                || one.closest("dialog:not([open])")))
            .map((one) => one.outerHTML)"""
    )
    assert nameless == []
    ids = tab.evaluate("() => [...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids))
