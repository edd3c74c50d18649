"""Have LibreOffice turn files of one kind into another: an old Word file into a new one, slides into a PDF.

Each call has a folder of its own for profile, sockets and scratch files, so calls run side by side and leave
nothing behind; the profile forbids macros and links to the outside.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportgen.errors import ReportgenError

_NOT_STARTED = (126, 127)  # POSIX, 2.8.2: what a shell says of a program that is not there or cannot run
_PROGRAMS = ("soffice", "libreoffice")
_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/opt/libreoffice*/program/soffice",
    "/snap/bin/libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
_WAYS = (
    ("apt-get", "sudo apt-get install -y {}", "libreoffice-{}-nogui"),
    ("dnf", "sudo dnf install -y {}", "libreoffice-{}"),
    ("zypper", "sudo zypper install -y {}", "libreoffice-{}"),
    ("brew", "brew install --cask libreoffice", ""),
    ("winget", "winget install TheDocumentFoundation.LibreOffice", ""),
)
"""The tool that installs, how it is called, and what it calls a part of LibreOffice."""
_ANYWHERE = "请先安装 LibreOffice（Linux 用系统的软件管理器，macOS、Windows 从 libreoffice.org 下载）"
# Names of the settings as LibreOffice's registry schema (officecfg, Common.xcs) has them.
_SETTINGS = "".join(
    '<item oor:path="/org.openoffice.Office.Common/Security/Scripting">'
    f'<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
    for name, value in (
        ("MacroSecurityLevel", "3"),
        ("DisableMacrosExecution", "true"),
        ("BlockUntrustedRefererLinks", "true"),
        ("DisableActiveContent", "true"),
    )
)
_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
    'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    f"{_SETTINGS}</oor:items>\n"
)


@dataclass(frozen=True, slots=True)
class Task:
    """What LibreOffice is asked for, what it may take, and what the user is told where it fails.

    Attributes:
        fault: the error that is raised.
        purpose: what it is needed for, as the beginning of a sentence.
        instead: what else the user can do, as an imperative.
        parts: of LibreOffice that are needed: ``writer``, ``impress``, ``calc``.
        seconds: that it may take.
        memory: KiB of its own, beside the libraries that it shares.
    """

    fault: type[ReportgenError]
    purpose: str
    instead: str
    parts: tuple[str, ...]
    seconds: float
    memory: int

    def failed(self, message: str, name: str) -> ReportgenError:
        """Return the error of a call that did not do what it was to do."""
        return self.fault(message, where=name, hint=self.instead)


def find_program() -> str | None:
    """Return the path of LibreOffice: on the search path, or where its installers put it."""
    found = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    return found or next((str(path) for place in _PLACES for path in _matching(place)), None)


def require_program(task: Task, name: str) -> str:
    """Return the path of LibreOffice.

    Raises:
        ReportgenError: of the task's kind, where it is not there; the hint says how to get it.
    """
    program = find_program()
    if program is None:
        message = f"{task.purpose}要用 LibreOffice，本机没有"
        raise task.fault(message, where=name, hint=_hint(task))
    return program


def converted(files: Mapping[str, bytes], target: str, task: Task, name: str) -> dict[str, bytes]:
    """Return files in another format, as far as LibreOffice could make them.

    Args:
        files: content by file name; names of ours, each with its suffix and a stem of its own.
        target: what to make, as ``--convert-to`` takes it (``docx:MS Word 2007 XML``, ``pdf``).
        task: what it may take, and what to tell the user.
        name: what messages call the files.

    Returns:
        What was made, by the names given. A file that LibreOffice cannot open is not there.

    Raises:
        ReportgenError: of the task's kind, where LibreOffice is missing, does not start, or takes too long.
    """
    program = require_program(task, name)
    with tempfile.TemporaryDirectory(prefix="reportgen-", ignore_cleanup_errors=True) as folder:
        base = Path(folder)
        (base / "in").mkdir()
        for one, data in files.items():
            (base / "in" / one).write_bytes(data)
        _write_profile(base / "profile")
        sources = [str(base / "in" / one) for one in files]
        _run([program, *_arguments(base, target), *sources], base, task, name)
        made = {one: _made(base, one, target) for one in files}
        return {one: path.read_bytes() for one, path in made.items() if path.is_file()}


def _made(base: Path, name: str, target: str) -> Path:
    return base / "out" / f"{Path(name).stem}.{target.partition(':')[0]}"


def _matching(place: str) -> list[Path]:
    folder, star, rest = place.partition("*")
    if not star:
        return [Path(place)] if Path(place).is_file() else []
    base = Path(folder).parent
    return sorted(base.glob(f"{Path(folder).name}*{rest}"), reverse=True)


def _way(parts: tuple[str, ...]) -> str:
    """How to get LibreOffice with the tool that this machine has."""
    for tool, command, part in _WAYS:
        if shutil.which(tool):
            return f"请先安装：{command.format(' '.join(map(part.format, parts)))}"
    return _ANYWHERE


def _hint(task: Task) -> str:
    return f"{_way(task.parts)}；或{task.instead.removeprefix('请')}"


def _write_profile(profile: Path) -> None:
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, "utf-8")


def _arguments(base: Path, target: str) -> list[str]:
    return [
        f"-env:UserInstallation={(base / 'profile').as_uri()}",
        *("--headless", "--nologo", "--norestore", "--nolockcheck", "--nodefault"),
        *("--convert-to", target, "--outdir", str(base / "out")),
    ]


def _limited(command: list[str], memory: int) -> list[str]:
    """The command behind a shell that limits its memory; Windows has no such limit."""
    if sys.platform == "win32":
        return command
    return ["/bin/sh", "-c", f'ulimit -d {memory} 2>/dev/null; exec "$0" "$@"', *command]


def _environment(base: Path) -> dict[str, str]:
    """A home of its own, in which the user's own faces are found all the same."""
    # Sockets go where OSL_SOCKET_PATH says (sal/osl/unx/pipe.cxx); locale and time zone fill in fields.
    own = {"TMPDIR": str(base), "HOME": str(base), "OSL_SOCKET_PATH": str(base)}
    home = Path(os.environ.get("HOME", ""))
    # Where fontconfig looks for faces (fonts-conf(5)): the user's data folder, and ~/.fonts.
    own["XDG_DATA_HOME"] = os.environ.get("XDG_DATA_HOME") or str(home / ".local" / "share")
    if home.is_absolute() and (home / ".fonts").is_dir():
        with suppress(OSError, NotImplementedError):
            (base / ".fonts").symlink_to(home / ".fonts", target_is_directory=True)
    return {**os.environ, **own, "SAL_USE_VCLPLUGIN": "svp", "LC_ALL": "C.UTF-8", "TZ": "UTC"}


def _run(command: list[str], base: Path, task: Task, name: str) -> None:
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(  # noqa: S603  a program we looked for, and no shell
            _limited(command, task.memory),
            stdin=quiet,
            stdout=quiet,
            stderr=quiet,
            env=_environment(base),
            start_new_session=True,
        )
    except OSError as error:
        raise _not_started(error.errno or 0, task, name) from None
    try:
        status = process.wait(task.seconds)
    except subprocess.TimeoutExpired:
        raise task.failed(f"LibreOffice 转换超过 {task.seconds:.0f} 秒，已停止", name) from None
    finally:
        _stop(process)
    if status in _NOT_STARTED:
        raise _not_started(status, task, name)


def _not_started(number: int, task: Task, name: str) -> ReportgenError:
    # What is there and does not start is half taken away, or lacks the system's own programs (an empty PATH).
    return task.fault(f"LibreOffice 启动不了（系统错误 {number}），没有装好", where=name, hint=_hint(task))


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the program and all that it started, what has outlived it too; soffice starts the real one."""
    if sys.platform == "win32":
        if process.poll() is None:
            tree = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
            subprocess.run(tree, capture_output=True, check=False)  # noqa: S603  a number of ours
            process.kill()
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
