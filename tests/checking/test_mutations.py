"""A sample of what bench/mutations.py measures: changes are found, untouched files raise no alarm."""

import pytest

from corpus import CORPUS
from mutants import KINDS, empty_tally, run, subjects
from speechmaker import make_speech


def test_changes_in_speeches_of_all_shapes_are_found(tmp_path):
    tally = empty_tally()
    for seed in range(1, 6):
        made = make_speech(seed)
        path = tmp_path / f"稿{seed}.txt"
        path.write_text(made.text, "utf-8")
        run(subjects(path, tmp_path / "out", facts=made.facts, fills=made.fills), tally)
    assert tally.alarms == []
    assert tally.missed == []
    assert tally.files == 15
    assert min(tally.made[kind] for kind in KINDS) >= 9


@pytest.mark.corpus
@pytest.mark.parametrize("name", ["d1.md", "w1.txt", "t0058.txt"])
def test_changes_in_real_speeches_are_found(tmp_path, name):
    tally = empty_tally()
    run(subjects(CORPUS / "texts" / name, tmp_path), tally)
    assert tally.alarms == []
    assert tally.missed == []


def test_a_speech_is_the_same_for_its_seed():
    assert make_speech(3) == make_speech(3)
    assert make_speech(3).text != make_speech(4).text
