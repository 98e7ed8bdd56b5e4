"""Airflow's REST API, as its page uses it."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from typing import Any


class AirflowApi:
    """A client of one Airflow."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.token = ""
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def log_in(self, user: str, password: str) -> None:
        """Gets the token that later calls carry."""
        self.token = self.call("POST", "/auth/token", {"username": user, "password": password})["access_token"]

    def call(self, method: str, path: str, body: Any = None) -> Any:
        """Calls the REST API; raises RuntimeError with what it answered when it refuses."""
        headers = {"Content-Type": "application/json"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, headers, method=method)
        try:
            with self._opener.open(request, timeout=30) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as e:
            raise RuntimeError(f"{method} {path}: {e.code} {e.read().decode(errors='replace')[:500]}") from e

    def trigger(self, dag: str, logical_date: str | None, conf: dict[str, Any] | None = None) -> str:
        """Triggers a run with parameters and returns its id."""
        body = {"logical_date": logical_date, "conf": conf or {}}
        return self.call("POST", f"/api/v2/dags/{dag}/dagRuns", body)["dag_run_id"]

    def await_end(self, dag: str, run: str, seconds: int) -> str:
        """Waits until a run has ended, and returns its state; the state it is in after the given seconds."""
        deadline = time.monotonic() + seconds
        while True:
            state = self.call("GET", f"/api/v2/dags/{dag}/dagRuns/{run}")["state"]
            if state in ("success", "failed") or time.monotonic() > deadline:
                return state
            time.sleep(1)

    def tasks(self, dag: str, run: str) -> list[dict[str, Any]]:
        """Task instances of a run, in order of their starts."""
        found = self.call("GET", f"/api/v2/dags/{dag}/dagRuns/{run}/taskInstances")["task_instances"]
        return sorted(found, key=lambda task: task["start_date"] or "9")
