"""Have LibreOffice turn a file of an old word processor into one that we can read.

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
from pathlib import Path

from reportgen.errors import SourceError

TIME_LIMIT = 120.0
"""Seconds; a speech takes two to five, the first call after installation up to twenty."""
MEMORY_LIMIT = 400_000
"""KiB of its own memory; with the libraries it shares it stays below 500 MB. A speech takes half of that."""

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
_INSTALL = (
    ("apt-get", "sudo apt-get install -y libreoffice-writer-nogui"),
    ("dnf", "sudo dnf install -y libreoffice-writer"),
    ("brew", "brew install --cask libreoffice"),
    ("winget", "winget install TheDocumentFoundation.LibreOffice"),
)
_SAVE_AS = "请用 Word 或 WPS 打开，另存为 .docx 后再试"
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


def convert(data: bytes, suffix: str, target: str, name: str) -> bytes:
    """Return a file in another format.

    Args:
        data: the file as it came.
        suffix: its kind, as LibreOffice expects it at the end of the name (``doc``).
        target: what to make, as ``--convert-to`` takes it (``docx:MS Word 2007 XML``).
        name: what messages call the file.

    Raises:
        SourceError: LibreOffice is missing, cannot open the file, or takes too long.
    """
    program = find_program()
    if program is None:
        raise SourceError("读这种文件要用 LibreOffice，本机没有", where=name, hint=_install_hint())
    with tempfile.TemporaryDirectory(prefix="reportgen-", ignore_cleanup_errors=True) as folder:
        base = Path(folder)
        before, after = base / f"speech.{suffix}", base / "out" / f"speech.{target.partition(':')[0]}"
        before.write_bytes(data)
        _write_profile(base / "profile")
        _run([program, *_arguments(base, target), str(before)], base, name)
        if not after.is_file():
            raise SourceError("LibreOffice 打不开这个文件", where=name, hint=f"文件可能已损坏；{_SAVE_AS}")
        return after.read_bytes()


def find_program() -> str | None:
    """Return the path of LibreOffice: on the search path, or where its installers put it."""
    found = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    return found or next((str(path) for place in _PLACES for path in _matching(place)), None)


def _matching(place: str) -> list[Path]:
    folder, star, rest = place.partition("*")
    if not star:
        return [Path(place)] if Path(place).is_file() else []
    base = Path(folder).parent
    return sorted(base.glob(f"{Path(folder).name}*{rest}"), reverse=True)


def _install_hint() -> str:
    command = next((line for tool, line in _INSTALL if shutil.which(tool)), None)
    way = f"请先安装：{command}" if command else "请先安装 LibreOffice"
    return f"{way}；或用 Word、WPS 另存为 .docx"


def _write_profile(profile: Path) -> None:
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, "utf-8")


def _arguments(base: Path, target: str) -> list[str]:
    return [
        f"-env:UserInstallation={(base / 'profile').as_uri()}",
        *("--headless", "--nologo", "--norestore", "--nolockcheck", "--nodefault"),
        *("--convert-to", target, "--outdir", str(base / "out")),
    ]


def _limited(command: list[str]) -> list[str]:
    """The command behind a shell that limits its memory; Windows has no such limit."""
    if sys.platform == "win32":
        return command
    return ["/bin/sh", "-c", f'ulimit -d {MEMORY_LIMIT} 2>/dev/null; exec "$0" "$@"', *command]


def _run(command: list[str], base: Path, name: str) -> None:
    # Sockets go where OSL_SOCKET_PATH says (sal/osl/unx/pipe.cxx); locale and time zone fill in fields.
    own = {"TMPDIR": str(base), "HOME": str(base), "OSL_SOCKET_PATH": str(base)}
    environment = {**os.environ, **own, "SAL_USE_VCLPLUGIN": "svp", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(  # noqa: S603  a program we looked for, and no shell
            _limited(command),
            stdin=quiet,
            stdout=quiet,
            stderr=quiet,
            env=environment,
            start_new_session=True,
        )
    except OSError as error:
        raise _not_started(error.errno or 0, name) from None
    try:
        status = process.wait(TIME_LIMIT)
    except subprocess.TimeoutExpired:
        raise SourceError(
            f"LibreOffice 转换超过 {TIME_LIMIT:.0f} 秒，已停止", where=name, hint=_SAVE_AS
        ) from None
    finally:
        _stop(process)
    if status in _NOT_STARTED:
        raise _not_started(status, name)


def _not_started(number: int, name: str) -> SourceError:
    return SourceError(f"LibreOffice 启动不了（系统错误 {number}）", where=name, hint=_SAVE_AS)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the program and all that it started, what has outlived it too; soffice starts the real one."""
    with suppress(ProcessLookupError, PermissionError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
