"""A server as a browser finds it, without a network."""

import json

import pytest
from starlette.testclient import TestClient

from reportgen.serving.app import application
from reportgen.serving.desk import Desk
from reportgen.serving.guarding import Gate
from speech import SPEECH

HOST, TOKEN = "127.0.0.1:8800", "a-token-of-this-test"
OWN = f"http://{HOST}"


class Browser:
    """What a person does, as requests."""

    def __init__(self, client):
        self.client = client

    def enter(self):
        """Open the first address."""
        return self.client.get("/", params={"token": TOKEN})

    def put(self, data, name="讲话.txt"):
        """Put a file in; return where its draft is, or the answer that refused it."""
        answer = self.client.post("/drafts", params={"name": name}, content=data)
        return answer.json()["location"] if answer.status_code == 201 else answer

    def read(self, data, name="讲话.txt"):
        """Put a file in and wait until it is read."""
        draft = self.put(data, name)
        self.events(draft)
        return draft

    def events(self, draft):
        """The names and data of all events until a draft is read."""
        blocks = self.client.get(f"{draft}/events").text.strip().split("\n\n")
        pairs = [block.split("\n") for block in blocks]
        return [
            (name.removeprefix("event: "), json.loads(data.removeprefix("data: "))) for name, data in pairs
        ]

    def change(self, draft, revision, **fields):
        """Make a change on the page."""
        return self.client.post(f"{draft}/change", data={"revision": str(revision), **fields})


@pytest.fixture(scope="module")
def served():
    gate = Gate(8800, TOKEN, frozenset({"127.0.0.1", "localhost"}))
    desk = Desk(1)
    with TestClient(application(gate, desk), base_url=OWN, headers={"host": HOST, "origin": OWN}) as client:
        client.desk = desk
        yield client
    assert not desk.drafts.folder.exists()


@pytest.fixture
def stranger(served):
    """A browser that has not shown the token."""
    served.cookies.clear()
    return Browser(served)


@pytest.fixture
def browser(stranger):
    """A browser that has come in."""
    stranger.enter()
    return stranger


@pytest.fixture
def speech_bytes():
    return SPEECH.encode()
