"""`reportgen serve`: where it listens, for whom, and what it says where it cannot."""

import socket
import sys

import pytest

from reportgen.cli import main
from reportgen.errors import SystemRefusalError, UsageError
from reportgen.serving.running import _listener, chosen_address


def test_without_the_extra_one_line_says_how_to_get_it(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    assert main(["serve", "--no-browser"]) == 2
    line = capsys.readouterr().err.strip()
    assert "pip install 'reportgen[web]'" in line
    assert "\n" not in line


def test_by_itself_it_listens_on_this_machine_alone_with_a_token_nobody_guesses():
    one, two = chosen_address("127.0.0.1", 0, None), chosen_address("127.0.0.1", 0, None)
    assert not one.is_shared
    assert one.token != two.token
    assert len(one.token) >= 32


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::"])  # noqa: S104  refused
def test_others_come_in_only_with_a_token(host):
    with pytest.raises(UsageError, match="--token"):
        chosen_address(host, 0, None)
    assert chosen_address(host, 0, "twelve-signs").is_shared


@pytest.mark.parametrize("arguments", [["--token", "short"], ["--port", "70000"], ["--host", "0.0.0.0"]])  # noqa: S104
def test_what_cannot_be_meant_is_one_line(arguments, capsys):
    assert main(["serve", "--no-browser", *arguments]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_port_that_is_taken_is_told():
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        held.listen()
        with pytest.raises(SystemRefusalError, match="端口"):
            _listener(chosen_address("127.0.0.1", held.getsockname()[1], None))
