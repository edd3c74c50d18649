"""A batch on a cluster of Dask on this machine: the same files, whoever is lost; one line for what fails."""

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest

import batchjobs
from reportgen import __version__
from reportgen.batch.cluster import connected
from reportgen.batch.job import job
from reportgen.batch.limits import Limits
from reportgen.batch.order import Order
from reportgen.batch.running import Batch, run_batch
from reportgen.cli import main
from reportgen.errors import SystemRefusalError, UsageError
from speech import SHORT
from waiting import HANGS

pytest.importorskip("distributed")


@contextmanager
def started(workers, failures=1):
    """Workers of one thread each, in processes; a speech that has lost more than so many is given up."""
    import dask
    from distributed import LocalCluster

    settings = {
        "distributed.scheduler.allowed-failures": failures,
        "distributed.logging": {"distributed": "critical"},
    }
    with (
        dask.config.set(settings),
        LocalCluster(
            n_workers=workers, threads_per_worker=1, host="127.0.0.1", dashboard_address=":0", memory_limit=0
        ) as made,
    ):
        yield made


@pytest.fixture(scope="module")
def cluster():
    """Two workers, which are started anew when they are lost."""
    with started(2) as made:
        yield made


@pytest.fixture
def ask(cluster):
    """A client of the cluster, with both workers there."""
    from distributed import Client

    with Client(cluster.scheduler_address, set_as_default=False) as client:
        client.wait_for_workers(2, timeout=HANGS)
        yield client


class Heard:
    """Who hears of a batch; `after` is called with the number of speeches that have come."""

    def __init__(self, after):
        self.records = {}
        self.after = after

    def begins(self, found):
        """Nothing to do."""

    def comes(self, name, record):
        """Keep what became of a speech."""
        self.records[name] = record
        self.after(len(self.records))


@pytest.fixture
def far(cluster, tmp_path):
    """A function that runs a batch on the cluster into the folder `远`: its summary, and what was heard."""

    def call(named, *, job=batchjobs.job, limits=Limits(1, 60, 0), after=lambda _: None, retry=False, **more):  # noqa: B008
        heard = Heard(after)
        output = more.pop("output", tmp_path / "远")
        more.setdefault("scheduler", cluster.scheduler_address)
        batch = Batch((str(named),), output, Order(version=__version__), limits, retry, job, **more)
        return run_batch(batch, heard), heard.records

    return call


def standing(folder):
    """What stands below a folder, but for the journal."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".sqlite" not in path.name
    }


def test_with_a_worker_killed_in_the_middle_all_is_as_on_one_machine(tmp_path, speeches, far, ask):
    texts = {f"{number:02}": SHORT.replace("加强学习", f"加强第{number}轮学习") for number in range(40)}
    folder = speeches(**texts)
    killed = []

    def kill(number):
        if number == 10:
            killed.append(next(iter(ask.run(os.getpid).values())))
            os.kill(killed[0], signal.SIGKILL)

    summary, records = far(folder, job=job, limits=Limits(1, 300, 2048), after=kill)
    assert (summary.done, summary.failed, len(killed)) == (40, 0, 1), records
    near = Batch((str(folder),), tmp_path / "近", Order(version=__version__), Limits(2, 300, 2048))
    assert run_batch(near, Heard(lambda _: None)).done == 40
    assert standing(tmp_path / "远") == standing(tmp_path / "近")
    assert records["07.txt"]["outputs"][0]["path"] == str(tmp_path / "远" / "07" / "07-要点.docx")
    summary, records = far(folder, job=job)
    assert (summary.same, summary.done, records) == (40, 0, {})


def test_limits_hold_and_hurt_nobody_else(speeches, far, ask):
    before = set(ask.run(os.getpid).values())
    folder = speeches(挂="挂起")
    assert (
        far(folder, limits=Limits(1, 3, 1024))[1]["挂.txt"]["error"] == "挂.txt：超过 3 秒还没有做完，已停止"
    )
    (folder / "挂.txt").unlink()
    folder = speeches(吃="吃内存", 断="中断", 错="出错", 通="不通", 甲="甲", 乙="乙")
    (folder / "死.txt").symlink_to("无")
    summary, records = far(folder, limits=Limits(1, 120, 1024))
    assert (summary.done, summary.failed) == (2, 5), records
    told = {
        name.removesuffix(".txt"): record["error"] for name, record in records.items() if record["status"]
    }
    assert told["吃"] == "吃.txt：内存超过上限 1024 MB，已停止"
    assert "进程两次意外中断（信号 9）" in told["断"]
    assert told["错"].startswith("错.txt：程序内部出错（RuntimeError）")
    assert told["通"] == "通.txt：不通"
    assert told["死"].startswith("死.txt：找不到文件")
    assert set(ask.run(os.getpid).values()) == before  # the workers have not even noticed


def test_a_speech_that_kills_every_worker_fails_and_the_others_do_not(speeches, far):
    folder = speeches(**{f"{number:02}": f"慢{number}" for number in range(8)} | {"05": "总杀母"})
    # It is tried twice, so of three workers one is left, even where none is started anew.
    with started(3, failures=0) as made:
        summary, records = far(folder, scheduler=made.scheduler_address)
        assert (summary.done, summary.failed) == (7, 1), records
        assert records["05.txt"]["error"].startswith("05.txt：处理时工作机一再中断")
        assert far(folder, scheduler=made.scheduler_address)[0].failed_before == 1
        speeches(**{"05": "好了"})
        assert far(folder, scheduler=made.scheduler_address)[0].status == 0


def test_ctrl_c_takes_back_what_is_out(speeches, far, ask, tmp_path):
    folder = speeches(**{f"{number:02}": f"慢{number}" for number in range(40)})

    def cancel(number):
        if number == 3:
            raise KeyboardInterrupt

    summary, _ = far(folder, after=cancel)
    assert summary.stopped
    assert summary.left >= 36
    until = time.monotonic() + HANGS
    while ask.run_on_scheduler(tasks_of) and time.monotonic() < until:
        time.sleep(0.05)
    assert ask.run_on_scheduler(tasks_of) == 0
    assert far(folder)[0].done == summary.left
    assert len(list((tmp_path / "远").rglob("*-要点.docx"))) == 40


def tasks_of(dask_scheduler):
    """How many tasks the scheduler knows."""
    return len(dask_scheduler.tasks)


def test_no_more_are_out_than_are_worked_on_soon(speeches, far, ask):
    folder = speeches(**{f"{number:02}": f"慢{number}" for number in range(40)})
    most = []
    far(folder, after=lambda _: most.append(ask.run_on_scheduler(tasks_of)))
    assert 2 <= max(most) <= 9  # two threads, four each, and the one that has just come


def test_a_worker_of_another_version_is_refused(speeches, far, ask, tmp_path):
    folder = speeches(甲="甲")
    first = min(ask.nthreads())
    ask.run(become, "0.0.1", workers=[first])
    with pytest.raises(SystemRefusalError) as told:
        far(folder)
    line = f"工作机 {first}：装的是 reportgen 0.0.1，本机是 {__version__}。各台机器要装同一版本的 reportgen"
    assert str(told.value).startswith(line)
    assert not (tmp_path / "远").exists()
    ask.run(become, __version__, workers=[first])
    assert far(folder)[0].done == 1


def test_a_worker_that_becomes_another_while_it_works_is_refused(speeches, far, ask):
    folder = speeches(**{f"{number:02}": f"慢{number}" for number in range(20)})

    def change(number):
        if number == 2:
            ask.run(become, "0.0.1")

    with pytest.raises(SystemRefusalError, match=r"工作机 .*：装的是 reportgen 0\.0\.1"):
        far(folder, after=change)
    ask.run(become, __version__)
    summary, _ = far(folder)
    assert (summary.status, summary.done + summary.same) == (0, 20)


def become(version):
    """Be another version."""
    import reportgen

    reportgen.__version__ = version


def test_a_worker_without_the_program_is_refused(ask, cluster):
    first = min(ask.nthreads())
    ask.run(forget, workers=[first])
    try:
        with (
            pytest.raises(SystemRefusalError, match=f"工作机 {first}：没有装 reportgen"),
            connected(cluster.scheduler_address, Order(version=__version__)),
        ):
            pass
    finally:
        ask.run(remember, workers=[first])


def forget():
    """Have no reportgen."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "reportgen"]:
        sys.modules[f"kept.{name}"] = sys.modules.pop(name)
    sys.modules["reportgen"] = None


def remember():
    """Have it again."""
    del sys.modules["reportgen"]
    for name in [name for name in sys.modules if name.startswith("kept.")]:
        sys.modules[name.removeprefix("kept.")] = sys.modules.pop(name)


def test_a_store_that_workers_write_into(speeches, tmp_path):
    pytest.importorskip("moto.server", reason="needs moto[server]")
    from stores import s3_server

    with s3_server("cluster") as store, started(1) as made:
        for name in "甲乙":
            store.pipe_file(f"cluster/稿/{name}.txt", SHORT.encode())
        batch = Batch(
            ("s3://cluster/稿",), "s3://cluster/成稿", Order(version=__version__), Limits(1, 300, 2048),
            journal=tmp_path / "记录", scheduler=made.scheduler_address,
        )  # fmt: skip
        summary = run_batch(batch, Heard(lambda _: None))
        assert (summary.done, summary.failed) == (2, 0)
        store.invalidate_cache()
        folder = speeches(甲=SHORT, 乙=SHORT)
        near = Batch((str(folder),), tmp_path / "近", Order(version=__version__), Limits(2, 300, 2048))
        run_batch(near, Heard(lambda _: None))
        found = {
            path.removeprefix("cluster/成稿/"): store.cat_file(path) for path in store.find("cluster/成稿")
        }
        assert found == standing(tmp_path / "近")


@pytest.mark.parametrize(
    ("address", "ends"),
    [
        ("10.0.0.5", (2, "--scheduler 是“10.0.0.5”。应写调度器的地址，如 tcp://10.0.0.5:8786")),
        ("http://127.0.0.1:1", (2, "应写调度器的地址")),
        ("tcp://127.0.0.1:1", (1, "tcp://127.0.0.1:1：连不上集群的调度器。请检查地址、网络和防火墙")),
        ("tcp://no-such-host.invalid:8786", (1, "连不上集群的调度器")),
    ],
)
def test_a_scheduler_that_is_none_is_one_line(speeches, tmp_path, capsys, address, ends):
    status, told = ends
    folder = speeches(甲=SHORT)
    assert main(["batch", str(folder), "-o", str(tmp_path / "远"), "--scheduler", address]) == status
    err = capsys.readouterr().err
    assert told in err
    assert err.count("\n") == 1
    assert not (tmp_path / "远").exists()


def test_workers_are_those_of_the_cluster(speeches, capsys):
    command = ["batch", str(speeches(甲="甲")), "--scheduler", "tcp://127.0.0.1:1", "--workers", "2"]
    assert main(command) == 2
    assert "不能一起用" in capsys.readouterr().err


def test_a_missing_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with (
        pytest.raises(UsageError, match=r"pip install 'reportgen\[cluster\]'"),
        connected("tcp://127.0.0.1:1", Order()),
    ):
        pass


def test_a_cluster_without_machines_is_one_line(monkeypatch):
    monkeypatch.setattr("reportgen.batch.cluster._ANSWER", 0.5)
    with (
        started(0) as made,
        pytest.raises(SystemRefusalError, match="集群上没有工作机"),
        connected(made.scheduler_address, Order(version=__version__)),
    ):
        pass


def test_the_command_line_says_the_same_and_nothing_else(cluster, speeches, tmp_path):
    folder = speeches(甲=SHORT, 乙=SHORT)
    command = [sys.executable, "-m", "reportgen", "batch", str(folder), "-o", str(tmp_path / "远")]
    command += ["--only", "落实清单", "--scheduler", cluster.scheduler_address]
    done = subprocess.run(command, capture_output=True, text=True, timeout=HANGS, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "共 2 篇：做好 2 篇。" in done.stdout
