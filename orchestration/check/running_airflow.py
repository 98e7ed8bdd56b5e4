"""A whole Airflow on the loopback interface, with a home and ports of its own."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from airflow_api import AirflowApi

ROOT = Path(__file__).resolve().parents[2]
_USER = "admin"
_STARTED_WITHIN = 300
_STOPPED_WITHIN = 30


class Airflow(AirflowApi):
    """API server, scheduler and DAG processor, each a process; the metadata are in SQLite."""

    def __init__(self, home: Path, environment: dict[str, str]) -> None:
        self.home = home
        self.port = _free_port()
        super().__init__(f"http://127.0.0.1:{self.port}")
        self._password = secrets.token_urlsafe(16)
        self._processes: list[subprocess.Popen[bytes]] = []
        self._environment = {**os.environ, **self._settings(), **environment}

    def start(self) -> None:
        """Starts all and waits until Airflow calls itself healthy."""
        self.home.mkdir(parents=True)
        passwords = self.home / "passwords.json"
        passwords.touch(mode=0o600)
        passwords.write_text(json.dumps({_USER: self._password}), encoding="utf-8")
        with self._log("db-migrate") as log:
            subprocess.run(_command("db", "migrate"), env=self._environment, stdout=log, stderr=log, check=True)
        self._start("api-server", "--host", "127.0.0.1", "--port", str(self.port), "--workers", "1")
        self._start("scheduler", "--skip-serve-logs")
        self._start("dag-processor")
        self._await(self._healthy, "healthy")
        self.log_in(_USER, self._password)

    def stop(self) -> None:
        """Stops all, the last started first, with whatever they have started."""
        for process in reversed(self._processes):
            _signal(process, signal.SIGTERM)
        for process in reversed(self._processes):
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=_STOPPED_WITHIN)
            _signal(process, signal.SIGKILL)
            process.wait()
        self._processes.clear()

    def await_dags(self, *dags: str) -> None:
        """Waits until the DAGs are known."""

        def known() -> bool:
            found = {dag["dag_id"] for dag in self.call("GET", "/api/v2/dags")["dags"]}
            return set(dags) <= found

        self._await(known, f"aware of {', '.join(dags)}")

    def _settings(self) -> dict[str, str]:
        return {
            "AIRFLOW_HOME": str(self.home),
            "AIRFLOW__CORE__DAGS_FOLDER": str(ROOT / "orchestration" / "dags"),
            "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
            "AIRFLOW__CORE__PARALLELISM": "2",
            "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"{self.url}/execution/",
            "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_USERS": f"{_USER}:admin",
            "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE": str(self.home / "passwords.json"),
            "AIRFLOW__API__BASE_URL": self.url,
            "AIRFLOW__API__SECRET_KEY": secrets.token_hex(32),
            "AIRFLOW__API_AUTH__JWT_SECRET": secrets.token_hex(64),
            "PYTHONPATH": str(ROOT / "orchestration" / "include"),
            "PATH": f"{os.environ['SPARK_HOME']}/bin:{Path(sys.executable).parent}:{os.environ['PATH']}",
        }

    def _start(self, name: str, *arguments: str) -> None:
        with self._log(name) as log:
            process = subprocess.Popen(
                _command(name, *arguments),
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._processes.append(process)

    def _log(self, name: str) -> Any:
        return (self.home / f"{name}.log").open("wb")

    def _healthy(self) -> bool:
        health = self.call("GET", "/api/v2/monitor/health")
        return all(health[part]["status"] == "healthy" for part in ("metadatabase", "scheduler", "dag_processor"))

    def _await(self, condition: Any, what: str) -> None:
        deadline = time.monotonic() + _STARTED_WITHIN
        while time.monotonic() < deadline:
            ended = [process.args for process in self._processes if process.poll() is not None]
            if ended:
                raise RuntimeError(f"{ended[0]} ended; its log is in {self.home}")
            try:
                if condition():
                    return
            except (OSError, RuntimeError):
                pass
            time.sleep(0.5)
        raise RuntimeError(f"Airflow is not {what} after {_STARTED_WITHIN} s; its logs are in {self.home}")


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "airflow", *arguments]


def _signal(process: subprocess.Popen[bytes], number: int) -> None:
    """Sends a signal to a process that was started here and to its children: they are a group of their own."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, number)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]
