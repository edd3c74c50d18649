"""The files of `deploy/`: they parse, and images, names, ports, commands and options agree with one another.

Nothing is started here: neither Docker nor Kubernetes is needed.
"""

import fnmatch
import re
import shlex
from pathlib import Path

import pytest
import yaml

from reportgen.cli import main

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
IMAGE = "reportgen:latest"
INSTRUCTIONS = {
    *("FROM", "ARG", "RUN", "CMD", "LABEL", "EXPOSE", "ENV", "ADD", "COPY", "ENTRYPOINT", "VOLUME", "USER"),
    *("WORKDIR", "ONBUILD", "STOPSIGNAL", "HEALTHCHECK", "SHELL"),
}
"""https://docs.docker.com/reference/dockerfile/"""


def instructions():
    """Instruction and rest of each line of the Dockerfile."""
    lines = [line for line in (DEPLOY / "Dockerfile").read_text().splitlines() if not line.startswith("#")]
    joined = re.sub(r"\\\n", " ", "\n".join(lines))
    return [line.split(maxsplit=1) for line in joined.splitlines() if line.strip()]


@pytest.fixture(scope="module")
def compose():
    """The services of Docker Compose."""
    return yaml.safe_load((DEPLOY / "docker-compose.yml").read_text())["services"]


@pytest.fixture(scope="module")
def objects():
    """The objects of Kubernetes by kind and name."""
    found = [
        one for path in sorted(DEPLOY.glob("kubernetes/*")) for one in yaml.safe_load_all(path.read_text())
    ]
    assert len(found) == 5
    return {(one["kind"], one["metadata"]["name"]): one for one in found}


def test_the_dockerfile_is_one():
    found = instructions()
    assert {name for name, _ in found} <= INSTRUCTIONS
    assert next(name for name, _ in found if name != "ARG") == "FROM"
    assert {name for name, _ in found} >= {"FROM", "RUN", "COPY", "USER", "EXPOSE"}
    version = re.search(r"python:(\d+)\.(\d+)", dict(found)["FROM"])
    assert tuple(map(int, version.groups())) >= (3, 11)
    assert any("'.[cluster]'" in rest for name, rest in found if name == "RUN")
    given = {rest.split("=")[0] for name, rest in found if name in {"ARG", "ENV"}}
    assert set(re.findall(r"\$\{(\w+)\}", " ".join(rest for _, rest in found))) <= given


def test_what_is_copied_is_there_and_let_through():
    rules = (ROOT / ".dockerignore").read_text().split()
    assert rules[0] == "*"
    let = [rule.removeprefix("!") for rule in rules if rule.startswith("!")]
    copied = [one for name, rest in instructions() if name == "COPY" for one in rest.split()[:-1]]
    assert len(copied) >= 6
    for name in copied:
        assert (ROOT / name).exists(), name
        assert any(fnmatch.fnmatch(name.removeprefix("./"), rule) for rule in let), name
    # What the build of the wheel asks for.
    assert {"pyproject.toml", "hatch_build.py", "README.md", "LICENSE", "templates"} <= set(copied)


def options_of(command):
    """The options that a command of Dask knows."""
    pytest.importorskip("distributed")
    from distributed.cli.dask_scheduler import main as scheduler
    from distributed.cli.dask_worker import main as worker

    known = {"scheduler": scheduler, "worker": worker}[command]
    return {option for one in known.params for option in (*one.opts, *one.secondary_opts)}


def check_command(command, capsys):
    """Require that a command is one that there is, with options that it knows; return its addresses."""
    assert all(isinstance(one, str) for one in command)
    options = {one for one in command if one.startswith("--")}
    if command[0] == "dask":
        assert options <= options_of(command[1])
    else:
        assert command[:2] == ["reportgen", "batch"]
        assert main(["batch", "--help"]) == 0
        help_ = capsys.readouterr().out
        assert all(re.search(rf"{option}\b", help_) for option in options)
    return [one for one in command if one.startswith("tcp://")]


def commands_in(text):
    """The calls of `reportgen batch` that a text shows."""
    return re.findall(r"reportgen batch [^\n`;]+", text)


def test_compose_agrees_with_itself(compose, capsys):
    assert set(compose) == {"scheduler", "worker", "client"}
    assert {one["image"] for one in compose.values()} == {IMAGE}
    for one in compose.values():
        assert (
            DEPLOY / one["build"]["context"] / one["build"]["dockerfile"]
        ).resolve() == DEPLOY / "Dockerfile"
    command = compose["scheduler"]["command"]
    assert check_command(command, capsys) == []
    port = command[command.index("--port") + 1]
    assert port in {entry.split(":")[-1] for entry in compose["scheduler"]["ports"]}
    assert all(entry.startswith("127.0.0.1:") for entry in compose["scheduler"]["ports"])
    assert check_command(compose["worker"]["command"], capsys) == [f"tcp://scheduler:{port}"]
    assert compose["worker"]["depends_on"] == ["scheduler"]
    exposed = next(rest for name, rest in instructions() if name == "EXPOSE")
    assert port in exposed.split()
    (shown,) = commands_in((DEPLOY / "docker-compose.yml").read_text())
    assert check_command(shlex.split(shown), capsys) == [f"tcp://scheduler:{port}"]
    assert compose["client"]["volumes"][0].endswith(":/work")


def container(one):
    """The one container of what makes pods."""
    (found,) = one["spec"]["template"]["spec"]["containers"]
    return found


def test_kubernetes_agrees_with_itself(objects, capsys):
    pods = [one for (kind, _), one in objects.items() if kind in {"Deployment", "Job"}]
    assert len(pods) == 3
    assert {container(one)["image"] for one in pods} == {IMAGE}
    kinds = {"Deployment": "apps/v1", "Job": "batch/v1", "Service": "v1", "PersistentVolumeClaim": "v1"}
    assert all(one["apiVersion"] == kinds[one["kind"]] for one in objects.values())
    scheduler = objects["Deployment", "reportgen-scheduler"]
    service = objects["Service", "reportgen-scheduler"]
    labels = scheduler["spec"]["template"]["metadata"]["labels"]
    assert service["spec"]["selector"] == labels
    named = {port["name"]: port["containerPort"] for port in container(scheduler)["ports"]}
    assert {port["targetPort"]: port["port"] for port in service["spec"]["ports"]} == named
    command = container(scheduler)["command"]
    assert str(named["comm"]) == command[command.index("--port") + 1]
    assert container(scheduler)["readinessProbe"]["tcpSocket"]["port"] in named
    address = f"tcp://reportgen-scheduler:{named['comm']}"
    assert check_command(command, capsys) == []
    assert check_command(container(objects["Deployment", "reportgen-worker"])["command"], capsys) == [address]
    assert check_command(container(objects["Job", "reportgen-batch"])["command"], capsys) == [address]
    for one in pods:
        spec = one["spec"]
        if one["kind"] == "Deployment":
            assert spec["selector"]["matchLabels"] == spec["template"]["metadata"]["labels"]
        else:
            assert spec["template"]["spec"]["restartPolicy"] in {"Never", "OnFailure"}


def test_the_journal_of_kubernetes_lies_on_its_volume(objects):
    job = objects["Job", "reportgen-batch"]
    (volume,) = job["spec"]["template"]["spec"]["volumes"]
    assert ("PersistentVolumeClaim", volume["persistentVolumeClaim"]["claimName"]) in objects
    (mount,) = container(job)["volumeMounts"]
    assert mount["name"] == volume["name"]
    command = container(job)["command"]
    assert command[command.index("--journal") + 1].startswith(mount["mountPath"])
    user = int(next(re.search(r"--uid (\d+)", rest)[1] for _, rest in instructions() if "--uid" in rest))
    assert job["spec"]["template"]["spec"]["securityContext"]["fsGroup"] == user


def test_the_description_names_what_there_is(capsys):
    text = (ROOT / "docs" / "scale.md").read_text("utf-8")
    named = set(re.findall(r"deploy/[\w./-]*\w", text))
    files = {str(path.relative_to(ROOT)) for path in DEPLOY.rglob("*") if path.is_file()}
    assert all((ROOT / name).exists() for name in named)
    assert {name for name in files if name in text or str(Path(name).parent) in named} == files
    shown = [shlex.split(one, comments=True) for one in commands_in(text) if "--scheduler tcp" in one]
    assert len(shown) >= 2
    for one in shown:
        assert check_command(one, capsys)
