"""Processes that do the work: within limits, and replaced when one is lost."""

import os
import time

import anyio
import pytest

from reportgen.errors import ReportgenError
from reportgen.serving.workers import Workers


def job(task, given):
    """What a test has a process do."""
    if task == "sleep":
        time.sleep(given["for"])
    if task == "die":
        os._exit(9)
    if task == "eat":
        raise MemoryError
    if task == "fail":
        raise KeyError(task)
    if task == "refuse":
        return {"error": "这样不行"}
    return {"pid": os.getpid()}


@pytest.fixture
def ask():
    """A function that asks one task after the other, and gives what came of each."""

    def call(*tasks, count=1):
        async def asking():
            workers = Workers(job, count, 0)
            try:
                return [await one(workers, task) for task in tasks]
            finally:
                workers.close()

        async def one(workers, task):
            name, *seconds = task
            given = {"for": 60}
            try:
                return await workers.do(name, given, seconds=seconds[0] if seconds else 60, near=name)
            except ReportgenError as fault:
                return str(fault)

        return anyio.run(asking)

    return call


def test_one_process_does_what_comes(ask):
    one, two = ask(("tell",), ("tell",))
    assert one == two
    assert one["pid"] != os.getpid()


@pytest.mark.parametrize(
    ("task", "told"), [(("sleep", 0.1), "超过 0.1 秒"), (("die",), "意外中断"), (("eat",), "内存超过上限")]
)
def test_one_that_is_lost_is_told_and_replaced(ask, task, told):
    before, line, after = ask(("tell",), task, ("tell",))
    assert told in line
    assert after["pid"] != before["pid"]


def test_a_fault_of_ours_is_told_and_costs_no_process(ask):
    before, line, after = ask(("tell",), ("fail",), ("tell",))
    assert "程序内部出错（KeyError）" in line
    assert after == before


def test_what_a_task_refuses_is_its_own_line(ask):
    assert ask(("refuse",)) == ["这样不行"]


def test_who_asks_again_gets_the_process_that_knows_him(ask):
    first, other, again = ask(("tell",), ("other",), ("tell",), count=2)
    assert first == again
    assert other != first
