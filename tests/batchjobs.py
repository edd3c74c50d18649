"""A job for tests of the batch: what it does stands in the speech itself."""

import hashlib
import os
import signal
import tempfile
import time
from pathlib import Path

from reportgen.batch.stores import content_of, is_url
from reportgen.writing import write_all

LOG = "做过.log"
"""Beside the speeches: a line for each time that one was begun, with the process."""


def job(speech, order, target):
    """Do what the speech says (挂起, 吃内存, 中断, 杀母, 出错, 不通); else write a file of its bytes."""
    path = Path(speech.key)
    data = speech.data
    if data is None:
        data = content_of(speech.key) if is_url(speech.key) else path.read_bytes()
    text = data.decode()
    before = _note(path, text)
    if "挂起" in text:
        time.sleep(3600)
    if "吃内存" in text:
        kept = [bytearray(64 << 20) for _ in range(1 << 20)]
        raise AssertionError(len(kept))
    if "总杀母" in text:
        time.sleep(1)  # who starts a lost worker anew wants to hear that it has started
    if "总杀母" in text or ("杀母" in text and not before):
        os.kill(os.getppid(), signal.SIGKILL)
    if "中断" in text and ("一次" not in text or not before):
        os.kill(os.getpid(), signal.SIGKILL)
    if "出错" in text:
        raise RuntimeError("secret")
    if "不通" in text:
        return {"source": {"path": speech.key}, "error": f"{speech.name}：不通", "status": 1, "seconds": 0.0}
    if "慢" in text:
        time.sleep(0.05)
    return _record(speech, data, write_all(Path(target), {f"{path.stem}-要点.docx": data + _told(order)}))


def _told(order):
    return (order.length or "").encode()


def _note(path, text):
    """Note that a speech was begun; return whether it was before. Of one in a store nothing is noted."""
    if not path.parent.is_dir():
        return False
    log = path.parent / LOG
    line = f"{path.name} {os.getpid()} {tempfile.gettempdir()}\n"
    begun = log.read_text("utf-8") if log.exists() else ""
    with log.open("a", encoding="utf-8") as file:
        file.write(line)
    return any(one.split()[0] == path.name for one in begun.splitlines()) and bool(text)


def _record(speech, data, written):
    return {
        "source": {
            "path": speech.key,
            "sha256": hashlib.sha256(data).hexdigest(),
            "title": data.decode()[:40],
        },
        "reading": {"characters": len(data), "paragraphs": 1, "headings": 0, "measures": 0},
        "outputs": [{"role": "要点", "path": str(one.path), "sha256": one.sha256} for one in written],
        "proof": {"sourced": 1},
        "diagnostics": [],
        "contents": [(1, data.decode()[:40])],
        "files": [(one.path.stat().st_size, one.path.stat().st_mtime_ns) for one in written],
        "status": 0,
        "seconds": 0.0,
    }


def begun(folder):
    """How often each speech of a folder was begun."""
    log = folder / LOG
    names = [line.split()[0] for line in log.read_text("utf-8").splitlines()] if log.exists() else []
    return {name: names.count(name) for name in names}


def scratches(folder):
    """The folders that these processes had for what they needed for a while."""
    return {Path(line.split()[2]) for line in (folder / LOG).read_text("utf-8").splitlines()}


def processes(folder):
    """The processes that worked on the speeches of a folder."""
    return {int(line.split()[1]) for line in (folder / LOG).read_text("utf-8").splitlines()}
