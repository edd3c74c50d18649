"""What programs read: one shape, valid in any case, and as docs/json.md describes it."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from reportgen.cli import main
from waiting import HANGS

DOCS = Path(__file__).parents[2] / "docs" / "json.md"
SPEECH = """# 在全市工作会议上的讲话

张三
（2024年5月6日）

同志们：
今年完成投资85亿元，增长12.5%，，**县要落实“河长制”。2022年为10万人，2023年为12万人，2024年为15万人。
一、加强学习，提高认识
坚持把学习放在首位。一是加强组织领导。建立“河长制”工作机制，今年6月底前由市水利局牵头落实工作责任，完成治理10公里。二是加强督促检查。完善考核办法，不搞形式主义。
二、优化服务，改进作风
全面优化服务。一是简化办事流程。减少办事环节，压缩办理时间。二是提高办事效率。推行“一窗受理”，让群众少跑腿。
谢谢大家。
"""
DEEP = {"nodes[].children": "nodes[]", "sections[].points": "sections[]", "tasks[].measures": "measures[]"}
"""Lists that are described once, and stand below again."""
NESTED = re.compile(
    r"(?:thesis|context|summary|abstract\[\]|outside\[\]|statements\[\]|owner|deadline|measured|change|period|spans\[\]|label|value"
    r"|series\[\]\.(?:title|unit))\.\w+(?:\[\]\.\w+)?$|\.spans(?:\[\])?$"
)
"""The parts of a line, which are described once."""


@pytest.fixture
def speech(tmp_path):
    path = tmp_path / "讲话.txt"
    path.write_text(SPEECH, "utf-8")
    return path


@pytest.fixture
def answer(capsys, tmp_path, monkeypatch):
    """A function that runs a command and gives what it answers, which must be JSON and the status in it."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments):
        status = main([*map(str, arguments), "--json"])
        found = json.loads(capsys.readouterr().out)
        assert found.get("status", 0) == status
        return found

    return call


def sections():
    """The fields that docs/json.md lists, by the command of their heading."""
    found, name = {}, ""
    for line in DOCS.read_text("utf-8").splitlines():
        if line.startswith("#"):
            name = line.strip("# ")
        elif line.startswith("| `"):
            found.setdefault(name, set()).update(re.findall(r"`([^`]+)`", line.split("|")[1]))
    return found


def fields(value, path=""):
    """Every field of an answer, as docs/json.md writes it."""
    if isinstance(value, list):
        for entry in value:
            yield from fields(entry, DEEP.get(path, f"{path}[]"))
    elif isinstance(value, dict):
        for name, entry in value.items():
            yield from fields(entry, f"{path}.{name}".removeprefix("."))
    if path:
        yield path


def with_holders(names):
    """Fields with those that hold them."""
    return names | {name[:at] for name in names for at in range(len(name)) if name[at] in ".["}


def compare(found, documented):
    """Nothing is answered that is not described, and nothing described that is never answered."""
    known = with_holders(documented) | {f"{name}[]" for name in with_holders(documented)}
    assert {path for path in found if path not in known and not NESTED.search(path)} == set()
    assert documented - with_holders(found) == set()


def test_build_is_as_described(answer, speech, tmp_path):
    answer("build", speech, "-o", "output")
    (tmp_path / "output" / "讲话-要点.docx").write_bytes(b"mine")
    (tmp_path / "空.txt").write_bytes(b"")
    several = answer("build", speech, tmp_path / "空.txt", "--only", "要点,幻灯片,落实清单,一页纸")
    refused = answer("build", speech, "--only", "没有")
    assert refused["speeches"] == []
    found = {*fields(several), *fields(refused)}
    compare(found, sections()["build, check, verify"] | sections()["build"])


def test_build_with_pdfs_is_as_described(answer, speech, printer):
    printer()
    found = answer("build", speech, "-o", "output", "--pdf")
    wanted = {name.removeprefix("speeches[].outputs[].") for name in sections()["build with --pdf"]}
    compare({path for path in fields(found["speeches"][0]["outputs"][0]) if path.startswith("pdf")}, wanted)


def test_preview_is_as_described(answer, speech, printer):
    printer()
    found = {*fields(answer("preview", speech, "-o", "图", "--pdf")), *fields(answer("preview", "无.txt"))}
    compare(found, sections()["preview"])


def test_check_is_as_described(answer, speech, tmp_path):
    chatty = tmp_path / "草稿.txt"
    chatty.write_text(f"好的，以下是为您撰写的讲话稿：\n\n{SPEECH}", "utf-8")
    found = {*fields(answer("check", speech, chatty, tmp_path / "无.txt")), *fields(answer("check", ""))}
    compare(found, sections()["build, check, verify"] | sections()["check"])


def test_verify_is_as_described(answer, speech):
    answer("build", speech, "-o", "output", "--original", "不附")
    speech.write_text(SPEECH.replace("完善考核办法", "完善考评办法"), "utf-8")
    found = {*fields(answer("verify", "output", "无.docx", "--source", speech))}
    found |= {*fields(answer("verify", "output", "--source", "无.txt"))}
    compare(found | {"speeches[].error"}, sections()["build, check, verify"] | sections()["verify"])


TALK = """在座谈会上的讲话
张立国：第一，减少审批事项。年底前压减30项。第二，优化服务。推行一窗受理，让群众少跑腿。
王小明：第一，保障要素。建议加大用地支持。第二，化解融资难。建议设立风险补偿基金。
【参考资料】
《某县优化营商环境办法》
一、总则
要落实责任。
"""
"""Two speakers, and another document behind."""


def test_outline_is_as_described(answer, tmp_path):
    path = tmp_path / "讲话.txt"
    path.write_text(SPEECH.replace("二、优化", "三、优化").removeprefix("# "), "utf-8")
    talk = tmp_path / "座谈.txt"
    talk.write_text(TALK, "utf-8")
    found = {*fields(answer("outline", path)), *fields(answer("outline", talk))}
    compare(found, sections()["outline"])


def test_brief_is_as_described(answer, speech):
    compare({*fields(answer("brief", speech))}, sections()["brief"])


@pytest.mark.parametrize("command", ["build", "check"])
def test_one_speech_and_many_have_one_shape(answer, speech, tmp_path, command):
    other = tmp_path / "另.txt"
    other.write_text(SPEECH, "utf-8")
    one, two = answer(command, speech), answer(command, speech, other)
    assert list(one) == list(two) == ["speeches", "status"]
    assert [list(entry) for entry in two["speeches"]] == [list(one["speeches"][0])] * 2


def test_the_shape_before_is_behind_a_switch(capsys, speech, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def flat(*arguments):
        main([*map(str, arguments), "--json-flat"])
        return json.loads(capsys.readouterr().out)

    assert {"source", "outputs", "diagnostics"} <= flat("build", speech).keys()
    assert {"file", "findings", "counts"} <= flat("check", speech).keys()
    assert {"source", "files"} <= flat("verify", "output", "--source", speech).keys()
    assert list(flat("build", speech, "无.txt")) == ["speeches"]


@pytest.mark.parametrize("command", ["build", "check", "verify", "outline", "brief"])
@pytest.mark.parametrize("arguments", [["无.txt"], [], ["a", "--没有"], ["x", "y", "--title", "t"], [""]])
def test_what_fails_is_json_with_its_status(answer, command, arguments):
    found = answer(command, *arguments)
    assert found["status"] in {1, 2}
    told = found.get("error") or found["speeches"][0]["error"]
    assert told.endswith(("。", "名", "说明", "稿", "试")) or "。" in told
    assert ("speeches" in found) == (command in {"build", "check", "verify"})


def test_standard_input_has_one_name(tmp_path):
    command = [sys.executable, "-m", "reportgen"]

    def run(*arguments, data=SPEECH):
        given = {"input": data.encode(), "cwd": tmp_path, "timeout": HANGS}
        return subprocess.run(
            [*command, *arguments], capture_output=True, check=False, **given
        ).stdout.decode()

    (built,) = json.loads(run("build", "-", "--json", "--only", "要点"))["speeches"]
    assert built["source"]["path"] == "标准输入"
    assert Path(built["outputs"][0]["path"]).name == "标准输入-要点.docx"
    assert json.loads(run("check", "-", "--json"))["speeches"][0]["source"]["path"] == "标准输入"
    assert json.loads(run("outline", "-", "--json"))["source"] == "标准输入"
    assert json.loads(run("brief", "-", "--json"))["source"] == "标准输入"
    assert json.loads(run("build", "-", "--json", data=""))["speeches"][0]["source"]["path"] == "标准输入"
    assert run("check", "-").splitlines()[-1].startswith("标准输入：")
    assert run("check", "-").startswith("标准输入:")
    assert run("build", "-", "--only", "要点").startswith("标准输入：")


def test_names_that_no_encoding_holds(answer, tmp_path):
    name = b"\xff\xfe.txt"
    found = answer("build", tmp_path / name.decode("utf-8", "surrogateescape"))
    assert "找不到文件" in found["speeches"][0]["error"]
