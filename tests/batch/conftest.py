"""A folder of speeches, and a batch of them that does a quick job."""

import pytest

import batchjobs
from reportgen.batch.limits import Limits
from reportgen.batch.order import Order
from reportgen.batch.running import Batch, run_batch


class Heard:
    """What a watch has heard."""

    def __init__(self):
        self.found = None
        self.records = {}

    def begins(self, found):
        """Keep how much there is to do."""
        self.found = found

    def comes(self, name, record):
        """Keep what became of a speech."""
        self.records[name] = record


@pytest.fixture
def speeches(tmp_path):
    """A function that writes speeches, a word each, into the folder `稿`; it returns the folder."""

    def write(**texts):
        folder = tmp_path / "稿"
        for name, text in texts.items():
            path = folder / (name if "." in name else f"{name}.txt")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return folder

    return write


@pytest.fixture
def go(tmp_path):
    """A function that runs a batch into the folder `成稿`: its summary, and what was heard."""

    def call(*named, job=batchjobs.job, retry=False, limits=Limits(2, 60, 0), **order):  # noqa: B008
        heard = Heard()
        names = tuple(str(one) for one in named) or (str(tmp_path / "稿"),)
        batch = Batch(names, tmp_path / "成稿", Order(**order), limits, retry, job)
        return run_batch(batch, heard), heard

    return call
