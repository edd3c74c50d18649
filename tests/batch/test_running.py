"""A batch may be stopped, killed and run again: what is done stays, what is not is done, nothing is lost."""

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from batchjobs import begun, processes, scratches
from reportgen.batch.journal import NAME, Journal
from reportgen.batch.limits import Limits
from reportgen.errors import OutputError, SystemRefusalError, UsageError
from waiting import HANGS

TESTS = Path(__file__).parents[1]


def files(folder):
    """Relative path → content of what was made, and when it was written."""
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*-要点.docx")
    }


def test_speeches_are_done_once(speeches, go, tmp_path):
    folder = speeches(甲="甲", 乙="乙", **{"下/丙": "丙"})
    summary, heard = go()
    assert (summary.total, summary.done, summary.failed, summary.status) == (3, 3, 0, 0)
    assert set(heard.records) == {"甲.txt", "乙.txt", "下/丙.txt"}
    made = files(tmp_path / "成稿")
    assert set(made) == {"甲/甲-要点.docx", "乙/乙-要点.docx", "下/丙/丙-要点.docx"}
    summary, heard = go()
    assert (summary.total, summary.done, summary.same, heard.records) == (3, 0, 3, {})
    assert files(tmp_path / "成稿") == made
    assert begun(folder) == {"甲.txt": 1, "乙.txt": 1}


def test_what_has_changed_is_done_again(speeches, go, tmp_path):
    folder = speeches(甲="甲", 乙="乙")
    go()
    before = files(tmp_path / "成稿")
    speeches(甲="新的甲")
    os.utime(folder / "乙.txt", ns=(1, 1))  # another time, the same words
    summary, heard = go()
    assert (summary.done, summary.same, set(heard.records)) == (1, 1, {"甲.txt"})
    after = files(tmp_path / "成稿")
    assert after["甲/甲-要点.docx"][0] == "新的甲".encode()
    assert after["乙/乙-要点.docx"] == before["乙/乙-要点.docx"]


@pytest.mark.parametrize(
    "order", [{"length": "详"}, {"unit": "某县"}, {"only": ("要点",)}, {"theme": "blue"}]
)
def test_another_order_is_another_work(speeches, go, order):
    speeches(甲="甲")
    go()
    assert go(**order)[0].done == 1
    assert go(**order)[0].same == 1


def test_another_version_of_the_program_does_all_again(speeches, go):
    speeches(甲="甲")
    go(version="1")
    assert go(version="2")[0].done == 1


def test_a_theme_counts_by_what_it_holds(speeches, go, tmp_path):
    from reportgen.themes import standard

    speeches(甲="甲")
    for name in ("一", "二"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "checklist.toml").write_bytes((standard().folder / "checklist.toml").read_bytes())
    go(theme=str(tmp_path / "一"))
    assert go(theme=str(tmp_path / "一"))[0].same == 1
    with (tmp_path / "一" / "checklist.toml").open("a") as file:
        file.write("\n# 改了\n")
    assert go(theme=str(tmp_path / "一"))[0].done == 1


def test_a_file_that_is_missing_is_made_again(speeches, go, tmp_path):
    speeches(甲="甲", 乙="乙")
    go()
    (tmp_path / "成稿" / "甲" / "甲-要点.docx").unlink()
    assert go()[0].done == 1
    assert (tmp_path / "成稿" / "甲" / "甲-要点.docx").read_bytes() == "甲".encode()


def test_an_edited_file_stays_and_is_set_aside_where_its_speech_has_changed(speeches, go, tmp_path):
    speeches(甲="甲")
    go()
    made = tmp_path / "成稿" / "甲" / "甲-要点.docx"
    made.write_bytes(b"mine")
    summary, _ = go()
    assert (summary.done, summary.same, summary.edited, made.read_bytes()) == (0, 1, 1, b"mine")
    speeches(甲="新的甲")
    assert go()[0].done == 1
    (aside,) = [path for path in made.parent.iterdir() if re.search(r"\.手改-\d{8}-\d{4}", path.name)]
    assert (aside.read_bytes(), made.read_bytes()) == (b"mine", "新的甲".encode())


def test_a_file_that_was_only_touched_is_not_edited(speeches, go, tmp_path):
    speeches(甲="甲")
    go()
    os.utime(tmp_path / "成稿" / "甲" / "甲-要点.docx", ns=(5, 5))
    assert go()[0].edited == 0
    assert go()[0].same == 1


def test_a_failure_is_told_and_stays_until_it_is_taken_up_again(speeches, go):
    folder = speeches(甲="甲", 乙="不通")
    summary, heard = go()
    assert (summary.done, summary.failed, summary.status) == (1, 1, 1)
    assert heard.records["乙.txt"]["error"] == "乙.txt：不通"
    summary, heard = go()
    assert (summary.failed, summary.failed_before, summary.status, heard.records) == (0, 1, 1, {})
    assert summary.failures == (("乙.txt", "乙.txt：不通"),)
    summary, _ = go(retry=True)
    assert (summary.failed, summary.failed_before, begun(folder)["乙.txt"]) == (1, 0, 2)
    speeches(乙="通了")
    assert go()[0].status == 0


def test_a_fault_of_ours_is_one_line(speeches, go):
    speeches(甲="出错", 乙="乙")
    summary, heard = go()
    assert (summary.done, summary.failed) == (1, 1)
    assert heard.records["甲.txt"]["error"].startswith("甲.txt：程序内部出错（RuntimeError）")


@pytest.mark.parametrize(
    ("text", "limits", "told"),
    [
        ("挂起", Limits(1, 3, 0), "超过 3 秒"),
        ("吃内存", Limits(1, 60, 1024), "内存超过上限 1024 MB"),
        ("中断", Limits(1, 60, 0), "两次意外中断（信号 9）"),
    ],
)
def test_a_speech_beyond_its_limits_holds_nobody_up(speeches, go, text, limits, told):
    speeches(甲=text, 乙="乙", 丙="丙")
    summary, heard = go(limits=limits)
    assert (summary.done, summary.failed) == (2, 1)
    assert told in heard.records["甲.txt"]["error"]


def test_a_process_that_is_killed_once_costs_nothing(speeches, go):
    folder = speeches(甲="中断一次", 乙="乙")
    assert go()[0].done == 2
    assert begun(folder)["甲.txt"] == 2


@pytest.mark.skipif(sys.platform == "win32", reason="there is no process that the others are copies of")
def test_the_process_that_all_are_copies_of_may_be_killed(speeches, go):
    speeches(甲="杀母 中断一次", 乙="乙", 丙="中断一次")
    summary, heard = go()
    assert (summary.done, summary.failed) == (3, 0), heard.records


class NeverBegins:
    """A job that ends the process that is to do it, before it can."""

    def __reduce__(self):
        return os._exit, (1,)


def test_no_process_can_start(speeches, go):
    speeches(甲="甲")
    with pytest.raises(SystemRefusalError, match="--memory 512 可能太小"):
        go(limits=Limits(1, 60, 512), job=NeverBegins())
    assert go()[0].done == 1


SCRIPT = """
import sys
from pathlib import Path
import batchjobs
from reportgen.batch.limits import Limits
from reportgen.batch.running import Batch, run_batch

class Silent:
    def begins(self, found): print(found.todo, flush=True)
    def comes(self, name, record): print(name, flush=True)

if __name__ == "__main__":
    batch = Batch((sys.argv[1],), Path(sys.argv[2]), limits=Limits(2, 60, 0), job=batchjobs.job)
    summary = run_batch(batch, Silent())
    print("stopped" if summary.stopped else "done", summary.left, flush=True)
"""


def started(folder, output):
    """A batch in a process of its own; it has done three speeches."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(TESTS), str(TESTS.parent)])}
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(folder), str(output)],
        stdout=subprocess.PIPE,
        env=environment,
        text=True,
        start_new_session=True,
    )
    for _ in range(4):
        assert process.stdout.readline()
    return process


def gone(numbers):
    """Wait until processes have ended."""
    until = time.monotonic() + HANGS
    while time.monotonic() < until:
        if not any(Path(f"/proc/{number}").exists() for number in numbers):
            return True
        time.sleep(0.02)
    return False


needs_processes = pytest.mark.skipif(
    not Path("/proc/self").exists(), reason="only where /proc tells of processes"
)


@needs_processes
def test_a_run_that_is_killed_is_taken_up_where_it_was(speeches, go, tmp_path):
    folder = speeches(**{f"{number:02}": f"慢{number}" for number in range(40)})
    process = started(folder, tmp_path / "成稿")
    process.kill()
    process.wait(HANGS)
    process.stdout.close()
    assert gone(processes(folder))  # nobody waits for what they do
    assert not any(path.exists() for path in scratches(folder))
    before = files(tmp_path / "成稿")
    assert 3 <= len(before) < 40
    summary, _ = go()
    assert (summary.total, summary.failed, summary.done + summary.same) == (40, 0, 40)
    assert summary.same >= 3
    after = files(tmp_path / "成稿")
    assert {name: data.decode() for name, (data, _) in after.items()} == {
        f"{number:02}/{number:02}-要点.docx": f"慢{number}" for number in range(40)
    }
    assert not any((tmp_path / "成稿").rglob(".reportgen.tmp"))
    assert max(begun(folder).values()) <= 2


@needs_processes
def test_ctrl_c_ends_it_lists_what_is_done_and_the_rest_is_done_later(speeches, go, tmp_path):
    folder = speeches(**{f"{number:02}": f"慢{number}" for number in range(40)})
    process = started(folder, tmp_path / "成稿")
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does
    told = process.communicate(timeout=HANGS)[0].splitlines()
    state, left = told[-1].split()
    assert (state, process.returncode) == ("stopped", 0)
    assert 0 < int(left) <= 37
    assert gone(processes(folder))
    page = (tmp_path / "成稿" / "index.html").read_text("utf-8")
    assert page.count('","未处理",') == int(left)
    assert page.count('","已完成",') == 40 - int(left)
    assert go()[0].done == int(left)
    assert max(begun(folder).values()) <= 2


@needs_processes
def test_workers_that_are_killed_at_random_lose_nothing(speeches, tmp_path, go):
    folder = speeches(**{f"{number:02}": f"慢{number}" for number in range(40)})
    process = started(folder, tmp_path / "成稿")
    for number in processes(folder):
        os.kill(number, signal.SIGKILL)
    told = process.communicate(timeout=HANGS)[0].splitlines()
    assert told[-1] == "done 0"
    assert len(files(tmp_path / "成稿")) == 40
    assert go()[0].same == 40


def test_of_two_runs_the_second_is_refused(speeches, go, tmp_path):
    speeches(甲="甲")
    (tmp_path / "成稿").mkdir()
    held = Journal(tmp_path / "成稿")
    # Of one process SQLite refuses as well, since each connection has the file open by itself.
    with pytest.raises(OutputError, match="另一个 reportgen batch 正在用这个输出文件夹"):
        go()
    held.close()
    assert go()[0].done == 1


def test_a_journal_that_is_none(speeches, go, tmp_path):
    speeches(甲="甲")
    (tmp_path / "成稿").mkdir()
    (tmp_path / "成稿" / NAME).write_bytes(b"no database" * 1000)
    with pytest.raises(OutputError, match="进度记录已损坏"):
        go()


def test_a_journal_of_another_version(speeches, go, tmp_path):
    speeches(甲="甲")
    go()
    base = sqlite3.connect(tmp_path / "成稿" / NAME)
    base.execute("PRAGMA user_version = 99")
    base.close()
    with pytest.raises(OutputError, match="别的版本"):
        go()


def test_a_disk_that_takes_no_more_is_told(speeches, go, monkeypatch):
    def full(*_):
        base = sqlite3.connect(":memory:")
        base.execute("PRAGMA max_page_count = 1")
        base.execute("CREATE TABLE t AS SELECT zeroblob(100000)")

    speeches(甲="甲")
    monkeypatch.setattr(Journal, "done", full)
    with pytest.raises(OutputError, match="SQLITE_FULL"):
        go()
    monkeypatch.undo()
    assert go()[0].done == 1


def test_the_journal_tells_all(speeches, go, tmp_path):
    folder = speeches(甲="甲")
    go()
    base = sqlite3.connect(tmp_path / "成稿" / NAME)
    (row,) = base.execute("SELECT key, size, stamp, state, title, record FROM speech").fetchall()
    status = (folder / "甲.txt").stat()
    assert row[:5] == (str(folder / "甲.txt"), 3, str(status.st_mtime_ns), "done", "甲")
    assert json.loads(row[5])["proof"] == {"sourced": 1}
    assert base.execute("SELECT role, name FROM output").fetchall() == [("要点", "甲-要点.docx")]
    base.close()


def test_what_stops_in_the_midst_leaves_nothing_behind(speeches, go, tmp_path):
    speeches(甲="挂起")
    left = tmp_path / "成稿" / "甲" / ".reportgen.tmp"
    left.mkdir(parents=True)
    go(limits=Limits(1, 3, 0))
    assert not left.parent.exists()


@pytest.mark.parametrize("limits", [(0, 1, 0), (1, 0, 0), (1, float("nan"), 0), (1, 1, 8), (9999, 1, 0)])
def test_limits_in_which_nothing_can_be_done(limits):
    from reportgen.batch.limits import chosen_limits

    with pytest.raises(UsageError):
        chosen_limits(*limits)
