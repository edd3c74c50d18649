"""The three steps, as a browser asks for them."""

import io
import re
import zipfile

import pytest

import reportgen
from reportgen.api import to_text


def revision_of(page):
    return int(re.search(r'data-revision="(\d+)"', page)[1])


def test_the_first_step_says_what_may_be_put_in(browser):
    page = browser.client.get("/").text
    assert "把讲话稿拖到这里" in page
    assert "50 MB" in page
    assert ".docx" in page


def test_a_speech_is_read_behind_lines_that_say_how_far_it_is(browser, speech_bytes):
    draft = browser.put(speech_bytes)
    assert browser.client.get(draft).status_code == 200
    events = browser.events(draft)
    assert events[-1][0] == "done"
    answer = browser.client.get(draft, follow_redirects=False)
    assert answer.headers["location"] == f"{draft}/content"


def test_what_is_wrong_with_a_file_is_the_same_line_as_on_the_command_line(browser, tmp_path, run):
    draft = browser.read(b"\x89PNG\r\n\x1a\n" + bytes(100), "图.docx")
    page = browser.client.get(draft).text
    (tmp_path / "图.docx").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    _, _, err = run("build", tmp_path / "图.docx")
    line = err.strip().removeprefix("错误：").replace(f"{tmp_path}/", "")
    assert line in page


def test_an_empty_file_is_told_at_once(browser):
    assert "空" in browser.put(b"").json()["error"]


def test_the_second_step_shows_outline_lines_and_what_is_to_be_decided(browser, speech_bytes):
    page = browser.client.get(f"{browser.read(speech_bytes)}/content").text
    assert "结构" in page
    assert "举措" in page
    assert 'type="checkbox"' in page
    assert "幻灯片 " in page


def test_what_the_page_saves_is_what_brief_writes(browser, speech_bytes, tmp_path, monkeypatch):
    draft = browser.read(speech_bytes)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "讲话.txt").write_bytes(speech_bytes)
    assert browser.client.get(f"{draft}/brief.yaml").text == to_text(reportgen.brief("讲话.txt"))


def files_of(browser, draft):
    archive = zipfile.ZipFile(io.BytesIO(browser.client.get(f"{draft}/all.zip").content))
    return {name: archive.read(name) for name in archive.namelist()}


def test_files_are_those_that_build_makes_of_the_saved_brief(browser, speech_bytes, tmp_path):
    draft = browser.read(speech_bytes)
    browser.change(draft, 0, do="add", part="0", text="每季度通报一次进度")
    browser.client.post(f"{draft}/choice", data={"length": "详", "theme": "blue"})
    files = files_of(browser, draft)
    (brief,) = (name for name in files if name.endswith(".yaml"))
    (tmp_path / brief).write_bytes(files.pop(brief))
    built = reportgen.build(tmp_path / brief, output=tmp_path / "out", theme="blue", length="详")
    assert {path.name: path.read_bytes() for path in built.paths} == files
    for number, path in enumerate(built.paths):
        revision = revision_of(browser.client.get(f"{draft}/content").text)
        assert browser.client.get(f"{draft}/files/{revision}/{number}").content == path.read_bytes()


def test_untouched_files_are_those_of_the_command_line(browser, speech_bytes, speech, tmp_path):
    files = files_of(browser, browser.read(speech_bytes, speech.name))
    built = reportgen.build(speech, output=tmp_path / "out")
    for path in built.paths:
        assert files[path.name] == path.read_bytes()


def test_a_saved_brief_can_be_put_in_again(browser, speech_bytes):
    draft = browser.read(speech_bytes)
    browser.change(draft, 0, do="rename", part="0", text="换一个标题")
    saved = browser.client.get(f"{draft}/brief.yaml").content
    again = browser.read(saved, "讲话-摘要.yaml")
    assert browser.client.get(f"{again}/brief.yaml").content == saved
    assert "换一个标题" in browser.client.get(f"{again}/content").text


def test_a_change_can_be_taken_back_and_made_again(browser, speech_bytes):
    draft = browser.read(speech_bytes)
    before = browser.client.get(f"{draft}/brief.yaml").content
    browser.change(draft, 0, do="rename", part="0", text="换一个标题")
    changed = browser.client.get(f"{draft}/brief.yaml").content
    assert changed != before
    browser.client.post(f"{draft}/undo")
    assert browser.client.get(f"{draft}/brief.yaml").content == before
    browser.client.post(f"{draft}/redo")
    assert browser.client.get(f"{draft}/brief.yaml").content == changed


def test_a_page_that_shows_an_older_state_is_told_and_changes_nothing(browser, speech_bytes):
    draft = browser.read(speech_bytes)
    browser.change(draft, 0, do="rename", part="0", text="第一个窗口")
    page = browser.change(draft, 0, do="rename", part="0", text="第二个窗口").text
    assert "别的窗口" in page
    assert "第一个窗口" in page
    assert "第二个窗口" not in page


def test_two_drafts_do_not_disturb_each_other(browser, speech_bytes):
    one, two = browser.read(speech_bytes), browser.read(speech_bytes)
    browser.change(one, 0, do="rename", part="0", text="只在这里")
    assert "只在这里" not in browser.client.get(f"{two}/content").text
    assert "只在这里" in browser.client.get(f"{one}/content").text


def test_a_reload_loses_nothing(browser, speech_bytes):
    draft = browser.read(speech_bytes)
    shown = browser.change(draft, 0, do="rename", part="0", text="留得住")
    assert shown.headers["hx-replace-url"].startswith(f"{draft}/content?part=")
    assert "留得住" in browser.client.get(shown.headers["hx-replace-url"]).text


@pytest.mark.parametrize("do", ["", "explode", "shift", "rename", "tick", "move", "assign", "big"])
def test_a_change_that_cannot_be_made_is_one_line_and_nothing_else(browser, speech_bytes, do):
    draft = browser.read(speech_bytes)
    answer = browser.change(draft, 0, do=do, part="99.x")
    assert answer.status_code == 200
    assert 'role="alert"' in answer.text
    assert revision_of(answer.text) == 0


def test_a_mask_is_filled_in_its_place(browser):
    text = "在**会上的讲话\n\n一、抓好学习\n要组织**干部学习。\n二、抓好落实\n要加强检查。\n"
    draft = browser.read(text.encode())
    page = browser.client.get(f"{draft}/content").text
    assert page.count("没有填") == 2
    page = browser.change(draft, 0, do="fill", part="0", mask="**", order="2", text="全县").text
    assert page.count("没有填") == 1
    assert "要组织全县干部学习" in browser.client.get(f"{draft}/brief.yaml").text


def test_what_is_known_of_the_occasion_is_printed(browser, speech_bytes):
    draft = browser.read(speech_bytes)
    browser.change(draft, 0, do="facts", title="另一个标题", speaker="张三")
    assert "另一个标题" in browser.client.get(f"{draft}/content").text
    assert "讲话人: 张三" in browser.client.get(f"{draft}/brief.yaml").text


def test_the_proof_says_what_was_compared(browser, speech_bytes):
    draft = browser.read(speech_bytes)
    text = browser.client.get(f"{draft}/proof?revision=0").text
    assert "核对：" in text
    assert "均有出处" in text
    assert browser.client.get(f"{draft}/proof?revision=7").status_code == 204


def test_an_edited_file_is_compared_with_the_speech(browser, speech_bytes):
    draft = browser.read(speech_bytes)
    file = browser.client.get(f"{draft}/files/0/0").content
    assert "和讲话稿一致" in browser.client.post(f"{draft}/verify?name=要点.docx", content=file).text
    edited = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as old, zipfile.ZipFile(edited, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                end = data.rindex(b"<w:sectPr")
                data = (
                    data[:end]
                    + "<w:p><w:r><w:t>今年要新建三十所学校。</w:t></w:r></w:p>".encode()
                    + data[end:]
                )
            new.writestr(name, data)
    found = browser.client.post(f"{draft}/verify?name=要点.docx", content=edited.getvalue()).text
    assert "三十所学校" in found
    assert "不一致" in found


def test_a_file_that_cannot_be_compared_is_told(browser, speech_bytes):
    draft = browser.read(speech_bytes)
    answer = browser.client.post(f"{draft}/verify?name=要点.docx", content=b"nonsense")
    assert answer.status_code == 400
    assert answer.json()["error"].startswith("要点.docx：")


def test_the_sample_is_the_one_that_comes_along(browser):
    draft = browser.client.post("/sample").json()["location"]
    browser.events(draft)
    assert "在县委理论学习中心组专题学习研讨会上的发言" in browser.client.get(f"{draft}/content").text


def test_a_draft_that_is_cleared_leaves_nothing(browser, speech_bytes):
    draft = browser.read(speech_bytes)
    folder = browser.client.desk.drafts.folder / draft.rpartition("/")[2]
    assert folder.is_dir()
    browser.client.post(f"{draft}/close")
    assert not folder.exists()
    assert browser.client.get(f"{draft}/content").status_code == 404


def test_a_template_that_cannot_be_used_is_told_and_not_taken(browser, speech_bytes):
    draft = browser.read(speech_bytes)
    answer = browser.client.post(f"{draft}/theme?name=模板.pptx", content=b"nonsense")
    assert answer.status_code == 400
    assert answer.json()["error"].startswith("模板.pptx：")
    assert browser.client.get(f"{draft}/files").status_code == 200


def test_an_own_template_is_taken(browser, speech_bytes):
    from reportgen.themes import shipped

    draft = browser.read(speech_bytes)
    blue = next(one for one in shipped() if one.name == "blue")
    answer = browser.client.post(
        f"{draft}/theme?name=单位.pptx", content=blue.template("deck.pptx").read_bytes()
    )
    assert answer.status_code == 201
    page = browser.client.get(f"{draft}/content").text
    assert "单位.pptx" in page
    assert "核对：" in browser.client.get(f"{draft}/proof?revision={revision_of(page)}").text
