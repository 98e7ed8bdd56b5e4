"""What every part of the stack's test does: bring a stack up, wait, require, tell."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timezone
from pathlib import Path

from airflow_api import AirflowApi
from compose import Compose

HEALTHY_WITHIN = 600
PATIENCE = 300


@contextmanager
def stack_of(project: str, directory: Path, *files: str, **settings: str) -> Iterator[Compose]:
    """A stack that is gone after the block; its logs stay when the block fails."""
    directory.mkdir(parents=True)
    stack = Compose(project, directory, *files, **settings)
    try:
        yield stack
    except BaseException:
        stack.logs(directory / "containers.log")
        print(f"FAILED; what the containers said is in {directory / 'containers.log'}", flush=True)
        raise
    finally:
        stack.down("-v")


def up(stack: Compose) -> None:
    """Starts everything and waits until all of it is healthy."""
    begin = time.monotonic()
    stack.run("up", "-d", "--no-build", seconds=HEALTHY_WITHIN)
    stack.await_healthy(HEALTHY_WITHIN)
    print(f"  {len(stack.services())} containers healthy after {time.monotonic() - begin:.0f} s", flush=True)


def airflow_of(stack: Compose) -> AirflowApi:
    """Airflow's interface, logged in as the user that it made at its first start."""
    file = "/opt/airflow/logs/simple_auth_manager_passwords.json"
    passwords = json.loads(stack.run("exec", "-T", "airflow-apiserver", "cat", file))
    airflow = AirflowApi(f"http://127.0.0.1:{stack.ports['AIRFLOW_PORT']}")
    airflow.log_in("admin", passwords["admin"])
    return airflow


def succeed(airflow: AirflowApi, dag: str, logical_date: str | None, conf: dict[str, str]) -> str:
    """Triggers a run and requires that it succeeds."""
    begin = time.monotonic()
    airflow.call("PATCH", f"/api/v2/dags/{dag}", {"is_paused": False})
    run = airflow.trigger(dag, logical_date, conf)
    state = airflow.await_end(dag, run, 2 * PATIENCE)
    for task in airflow.tasks(dag, run):
        print(f"  {task['task_id']:<18} {task['state'] or '-'} try {task['try_number']}, {task['duration'] or 0:.1f} s")
    print(f"  {dag}: {state}, {time.monotonic() - begin:.0f} s", flush=True)
    require(state == "success", f"{dag} is {state}")
    return run


def require(condition: bool, otherwise: str) -> None:
    """Ends the test unless something is so."""
    if not condition:
        raise AssertionError(otherwise)


def step(what: str) -> None:
    """Tells what is done next, and when."""
    print(f"{datetime.now(timezone.utc):%H:%M:%S} {what}", flush=True)
