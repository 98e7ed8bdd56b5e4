"""A Compose project of its own beside whatever else runs on this machine."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
_PORTS = ("DASHBOARD_PORT", "AIRFLOW_PORT", "FLINK_PORT", "SPARK_PORT", "PROMETHEUS_PORT", "GRAFANA_PORT")


class Compose:
    """The stack of the root's ``docker-compose.yml`` under another name, with folders and ports of its own."""

    def __init__(self, project: str, directory: Path, *files: str, **settings: str) -> None:
        self.project = project
        self.directory = directory
        self.ports = dict(zip(_PORTS, _free_ports(len(_PORTS)), strict=True))
        folders = {
            "FINNHUB_DATA": directory / "finnhub-data",
            "ANALYTICS_RESULTS": directory / "analytics_results",
            "TIMESCALEDB_DATA": directory / "timescaledb_data",
            "SECRETS_DIRECTORY": directory / "secrets",
        }
        for folder in folders.values():
            folder.mkdir(parents=True)
        # Whoever has an .env of his own tests the defaults all the same.
        (directory / "no.env").touch()
        texts = {name: str(value) for name, value in (folders | self.ports).items()}
        self._environment = {**os.environ, **texts, **settings}
        self._command = ["docker", "compose", "-p", project, "--project-directory", str(ROOT)]
        self._command += ["--env-file", str(directory / "no.env")]
        for file in ("docker-compose.yml", *files):
            self._command += ["-f", str(ROOT / file)]
        self._command += ["--profile", "demo"]

    def run(self, *arguments: str, seconds: int = 600) -> str:
        """Runs a command of Compose and returns what it prints; raises RuntimeError with its errors when it fails."""
        done = subprocess.run(
            [*self._command, *arguments],
            check=False,
            cwd=ROOT,
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=seconds,
        )
        if done.returncode != 0:
            raise RuntimeError(f"docker compose {' '.join(arguments)}: {done.returncode}\n{done.stderr[-2000:]}")
        return done.stdout

    def down(self, *arguments: str) -> None:
        """Stops and removes the containers of every profile; with ``-v`` the volumes, too."""
        self.run("--profile", "*", "down", "--remove-orphans", *arguments)

    def containers(self) -> list[dict[str, Any]]:
        """All containers, those that have ended too."""
        return [json.loads(line) for line in self.run("ps", "-a", "--format", "json").splitlines()]

    def services(self) -> list[str]:
        """Services that run, in order of their names."""
        return sorted(c["Service"] for c in self.containers() if c["State"] == "running")

    def await_healthy(self, seconds: int) -> float:
        """Waits until all that runs is healthy and each step has ended well; returns how many seconds that took."""
        begin = time.monotonic()
        while True:
            waiting = [_state(container) for container in self.containers() if not _is_good(container)]
            if not waiting:
                return time.monotonic() - begin
            if time.monotonic() - begin > seconds:
                raise TimeoutError(f"not healthy after {seconds} s: {'; '.join(waiting)}")
            time.sleep(2)

    def query(self, sql: str) -> list[list[str]]:
        """Rows of a query by the database's owner, cells as text."""
        arguments = ("exec", "-T", "timescaledb", "psql", "-U", "tidemark", "-d", "tidemark", "-AtF", "\t", "-c", sql)
        return [line.split("\t") for line in self.run(*arguments).splitlines()]

    def number(self, sql: str) -> int:
        """The only value of a query."""
        return int(self.query(sql)[0][0])

    def logs(self, file: Path) -> None:
        """Keeps what all containers have said."""
        file.write_text(self.run("logs", "--no-color", "--timestamps"), encoding="utf-8")

    def left(self) -> list[str]:
        """What Docker still has of the project: containers, volumes and networks."""
        found: list[str] = []
        mark = f"label=com.docker.compose.project={self.project}"
        for kind in (["ps", "-aq"], ["volume", "ls", "-q"], ["network", "ls", "-q"]):
            done = subprocess.run(["docker", *kind, "--filter", mark], capture_output=True, text=True, check=True)
            found += [f"{kind[0]} {name}" for name in done.stdout.split()]
        return found


def await_true(what: str, seconds: int, condition: Any) -> None:
    """Waits for a condition; a query that the stack cannot answer yet counts as false."""
    deadline = time.monotonic() + seconds
    last = ""
    while time.monotonic() < deadline:
        try:
            if condition():
                return
        except (RuntimeError, OSError) as e:
            last = f" ({str(e)[-500:]})"
        time.sleep(1)
    raise TimeoutError(f"not so after {seconds} s: {what}{last}")


def _is_good(container: dict[str, Any]) -> bool:
    if container["State"] == "exited":
        return container["ExitCode"] == 0
    return container["State"] == "running" and container.get("Health", "") in ("", "healthy")


def _state(container: dict[str, Any]) -> str:
    return f"{container['Service']} {container['State']} {container.get('Health', '')} exit {container['ExitCode']}"


def _free_ports(count: int) -> list[int]:
    sockets = [socket.socket() for _ in range(count)]
    try:
        for found in sockets:
            found.bind(("127.0.0.1", 0))
        return [found.getsockname()[1] for found in sockets]
    finally:
        for found in sockets:
            found.close()
