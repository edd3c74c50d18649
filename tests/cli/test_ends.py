"""Every way in which a run can end: whatever becomes of its streams, its locale and its process."""

import json
import os
import shlex
import signal
import subprocess
import sys
import time

import pytest

from reportgen.cli import main
from reportgen.cli.main import CANCELLED
from speech import SHORT
from waiting import HANGS

pytestmark = pytest.mark.skipif(os.name == "nt", reason="speaks to a shell")

FAULTY = SHORT.replace("二、", "三、").replace("提高认识", "提高认识（见附件")
REPORTGEN = f"{shlex.quote(sys.executable)} -m reportgen"
BUILD = "build --only 落实清单"
"""How a run ends does not hang on how much it makes."""
FILES = {"讲话-落实清单.xlsx", ".reportgen.json"}
COMMANDS = [f"{BUILD} 讲话.txt", "outline 讲话.txt", "brief 讲话.txt", "check 讲话.txt", "--help"]
FULL = "错误：标准输出写不进去（磁盘空间不足），显示的内容不全\n"


@pytest.fixture
def shell(tmp_path):
    """A function that runs a line of shell in a folder with a speech: status, output, errors."""
    (tmp_path / "讲话.txt").write_text(SHORT, "utf-8")

    def run(line, **environment):
        done = subprocess.run(
            ["bash", "-c", f"set -o pipefail; {line}"],
            cwd=tmp_path,
            capture_output=True,
            env={**os.environ, **environment},
            timeout=HANGS,
            check=False,
        )
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    return run


def written(folder):
    return {path.name for path in (folder / "output").iterdir()} if (folder / "output").exists() else set()


@pytest.mark.parametrize("streams", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-", "2>/dev/full"])
def test_a_closed_or_full_stream_that_is_not_needed(shell, tmp_path, streams):
    for command in COMMANDS:
        status, _, err = shell(f"{REPORTGEN} {command} {streams}")
        assert (status, err) == (0, ""), command
    assert written(tmp_path) == FILES


@pytest.mark.parametrize(("call", "status"), [("outline 没有.txt", 1), ("outline", 2), ("做", 2)])
def test_what_cannot_be_said_still_has_its_status(shell, call, status):
    assert shell(f"{REPORTGEN} {call} 2>&-") == (status, "", "")
    assert shell(f"{REPORTGEN} {call} 2>/dev/full") == (status, "", "")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_behind_the_output_is_told_when_the_work_is_done(shell, tmp_path, command):
    assert shell(f"{REPORTGEN} {command} >/dev/full") == (1, "", FULL)
    assert written(tmp_path) == (FILES if command.startswith("build") else set())


@pytest.mark.parametrize("command", COMMANDS)
def test_a_reader_that_has_gone_is_no_failure(shell, tmp_path, command):
    # `true` ends at once, so nobody reads; `head` reads the first line.
    for reader in ("true", "head -1"):
        status, _, err = shell(f"{REPORTGEN} {command} | {reader}")
        assert (status, err) == (0, "")
    assert written(tmp_path) == (FILES if command.startswith("build") else set())


def test_a_reader_that_has_gone_takes_no_finding_along(shell, tmp_path):
    (tmp_path / "错.txt").write_text(FAULTY, "utf-8")
    assert shell(f"{REPORTGEN} check 错.txt")[0] == 1
    assert shell(f"{REPORTGEN} check 错.txt | head -1")[0] == 1
    assert shell(f"{REPORTGEN} check 错.txt | true")[::2] == (1, "")


def test_all_speeches_are_built_though_the_reader_has_gone(shell, tmp_path):
    for name in "甲乙丙":
        (tmp_path / f"{name}.txt").write_text(SHORT, "utf-8")
    assert shell(f"{REPORTGEN} build 甲.txt 乙.txt 丙.txt --only xlsx | true")[::2] == (0, "")
    assert written(tmp_path) == {f"{name}-落实清单.xlsx" for name in "甲乙丙"} | {".reportgen.json"}


@pytest.mark.parametrize(
    "locale",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"},
        {"LC_ALL": "C", "PYTHONIOENCODING": "ascii:strict"},
        {"PYTHONIOENCODING": "latin-1"},
    ],
)
def test_a_locale_without_chinese(shell, tmp_path, locale):
    status, out, err = shell(f"{REPORTGEN} {BUILD} 讲话.txt --speaker 张三", **locale)
    assert (status, err) == (0, "")
    assert "讲话.txt：在会上的讲话" in out
    assert written(tmp_path) == FILES
    assert shell(f"{REPORTGEN} build 没有.txt", **locale) == (
        1,
        "",
        "错误：没有.txt：找不到文件。请检查路径和文件名\n",
    )
    assert shell(f"{REPORTGEN} brief 讲话.txt -o 摘.yaml", **locale)[2] == "已写出 摘.yaml\n"
    assert shell(f"{REPORTGEN} check 讲话.txt --docx 批.docx", **locale)[2] == "已写出 批.docx\n"


BYTES = r"$'\xb8\xe5'"


@pytest.mark.parametrize(
    ("call", "status"),
    [
        (f"{BUILD} {BYTES}.txt", 0),
        (f"build {BYTES}.没有", 1),
        (f"{BUILD} 讲话.txt -o {BYTES}", 0),
        (f"check {BYTES}.txt --docx {BYTES}.docx", 0),
        (f"brief {BYTES}.txt -o {BYTES}.yaml", 0),
        (f"build 讲话.txt --only {BYTES}", 2),
        (f"build 讲话.txt --{BYTES}", 2),
        (f"build 讲话.txt --template {BYTES}", 1),
        (f"build 讲话.txt --title {BYTES}", 2),
        (f"build 讲话.txt --fill '**'={BYTES}", 2),
        (f"verify {BYTES}.docx --source 讲话.txt", 1),
        (f"{BYTES}", 2),
    ],
)
def test_names_of_bytes_that_are_no_text(shell, tmp_path, call, status):
    (tmp_path / os.fsdecode(b"\xb8\xe5.txt")).write_text(SHORT, "utf-8")
    done, out, err = shell(f"{REPORTGEN} {call}")
    assert done == status
    assert out or err
    assert "内部出错" not in err
    assert err.count("\n") <= 1
    # Once more: a file that we wrote under such a name is known again.
    if status == 0:
        assert "另存为" not in "".join(shell(f"{REPORTGEN} {call}")[1:])


@pytest.mark.parametrize("option", ["--title", "--speaker", "--unit", "--date"])
@pytest.mark.parametrize("character", ["\x01", "\x07", "\x0b", "\x1b", "\x7f", "\x85", "\ud800", "\ufffe"])
def test_a_fact_that_cannot_be_printed_is_a_wrong_call(capsys, tmp_path, option, character):
    (tmp_path / "a.txt").write_text(SHORT, "utf-8")
    for command in (["build", "-o", str(tmp_path / "output")], ["verify", "--source", "a.txt"]):
        assert main([*command, str(tmp_path / "a.txt"), option, f"张{character}三"]) == 2
        out, err = capsys.readouterr()
        assert not out
        assert err.startswith(f"错误：{option} 的第 2 个字符")
        assert err.count("\n") == 1
    assert main(["build", str(tmp_path / "a.txt"), "--fill", f"**={character}"]) == 2
    assert "--fill 的第 4 个字符" in capsys.readouterr().err
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize(
    "call", ["build 讲话.txt -o 文件", "brief 讲话.txt -o 文件/a.yaml", "check 讲话.txt --docx 文件/a.docx"]
)
def test_what_cannot_be_written_is_told_before_the_speech_is_read(shell, tmp_path, call):
    (tmp_path / "文件").touch()
    # Were the speech read first, it would be the one that is missing.
    (tmp_path / "讲话.txt").unlink()
    status, out, err = shell(f"{REPORTGEN} {call}")
    assert (status, out) == (1, "")
    assert err == "错误：文件：这里应是文件夹，却有一个同名文件，没有写出任何文件。请用 -o 换一个文件夹\n"


@pytest.mark.parametrize(
    "call", ["build 讲话.txt", "build 摘.yaml", "brief 讲话.txt -o", "check 讲话.txt --docx"]
)
def test_a_pipe_in_the_place_of_an_output_is_told_before_the_work(shell, tmp_path, call):
    if "yaml" in call:
        shell(f"{REPORTGEN} brief 讲话.txt -o 摘.yaml")
    (tmp_path / "output").mkdir()
    os.mkfifo(tmp_path / "output" / "讲话-要点.docx")
    one_file = " output/讲话-要点.docx" if call.startswith(("brief", "check")) else ""
    status, out, err = shell(f"timeout {HANGS} {REPORTGEN} {call}{one_file}")
    assert (status, out) == (1, "")
    assert err.startswith("错误：output/讲话-要点.docx：有一个管道、设备")
    assert err.count("\n") == 1


@pytest.mark.parametrize("call", ["brief 讲话.txt -o", "check 讲话.txt --docx"])
def test_a_name_too_long_is_told(shell, call):
    status, _, err = shell(f"{REPORTGEN} {call} {'长' * 100}.docx")
    assert status == 1
    assert "文件名太长" in err


STARTS = """
import os, sys
import reportgen.cli
import reportgen.cli.door as door
real = door._command
def command(arguments, stop):
    os.write(1, b"!")  # from here on a signal is ours to handle
    return real(arguments, stop)
door._command = command
sys.exit(reportgen.cli.main())
"""


def started(folder, before=(), **streams):
    """A run that has just begun to load its modules."""
    command = [*before, sys.executable, "-c", STARTS, "build", "讲话.txt", "--json"]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, **streams)
    assert process.stdout.read(1) == b"!"
    return process


@pytest.mark.parametrize(
    ("number", "status", "waits"),
    [
        (signal.SIGINT, 130, (0, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.15, 0.2, 0.3)),
        (signal.SIGTERM, 143, (0, 0.05, 0.2)),
        (signal.SIGHUP, 129, (0.1,)),
    ],
)
def test_a_signal_while_modules_are_loaded_is_one_line(tmp_path, number, status, waits):
    (tmp_path / "讲话.txt").write_text(SHORT * 200, "utf-8")
    stopped = 0
    for wait in waits:
        with started(tmp_path, stderr=subprocess.PIPE) as process:
            time.sleep(wait)
            process.send_signal(number)
            out, err = process.communicate(timeout=HANGS)
        if process.returncode == 0:
            continue  # a machine that is faster than that had nothing left to stop
        stopped += 1
        assert process.returncode == status, wait
        assert json.loads(out) == {"speeches": [], "error": CANCELLED, "status": status}
        assert err.decode() == f"错误：{CANCELLED}\n"
        assert written(tmp_path) == set()
    assert stopped


def test_a_signal_that_the_caller_ignores_stays_ignored(tmp_path):
    """As under `nohup`."""
    (tmp_path / "讲话.txt").write_text(SHORT, "utf-8")
    ignoring = ["sh", "-c", "trap '' HUP; exec \"$@\"", "sh"]
    with started(tmp_path, before=ignoring) as process:
        process.send_signal(signal.SIGHUP)
        out, _ = process.communicate(timeout=HANGS)
    assert process.returncode == 0
    (entry,) = json.loads(out)["speeches"]
    assert entry["outputs"]
