"""``make airflow-check``: a recorded day, landed by the real stack and published by a running Airflow."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from browser import page
from running_airflow import ROOT, Airflow

_DAG = "trades_batch"
_SECONDS = 300


def main() -> int:
    """Runs the check; 0 when the day is published and its served bars are the expected ones."""
    options = _options()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    directory = ROOT / ".airflow-check"
    shutil.rmtree(directory, ignore_errors=True)
    begin = time.monotonic()
    with _landed(options, directory / "stack") as stack:
        airflow = Airflow(directory / "airflow", _environment(stack.address, directory))
        try:
            airflow.start()
            airflow.await_dags(_DAG, "backfill", "data_quality", "maintenance")
            print(f"Airflow is healthy at {airflow.url}, {time.monotonic() - begin:.0f} s", flush=True)
            ok = _publish(airflow, stack, options)
        finally:
            airflow.stop()
    print(f"airflow-check: {'ok' if ok else 'FAILED'}, {time.monotonic() - begin:.0f} s")
    return 0 if ok else 1


class Stack:
    """The stack that landed the day."""

    def __init__(self, process: subprocess.Popen[str], address: dict[str, str]) -> None:
        self._process = process
        self.address = address

    def compare(self) -> bool:
        """Prints how the served bars stand against the expected ones; true when they are equal."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write("compare\n")
        self._process.stdin.flush()
        for line in self._process.stdout:
            print(line, end="")
            if line.startswith("compare: "):
                return line.strip() == "compare: equal"
        return False


@contextmanager
def _landed(options: argparse.Namespace, directory: Path) -> Iterator[Stack]:
    """Starts the stack and waits until the day has landed; stops it after the block."""
    java = Path(os.environ["JAVA_HOME"]) / "bin" / "java"
    module = ROOT / "quality" / "recording" / "target"
    data = Path(options.data)
    command = [str(java), "-Xmx256m", "-cp", f"{module}/classes:{module}/lib/*"]
    command += ["io.tidemark.quality.recording.LandedRecording", f"--directory={directory}"]
    command += [f"--recording={data}/trades/us-equities-{options.date.replace('-', '')}.csv.gz"]
    command += [f"--expected={data}/expected/bars-1m-all-trades-{options.date.replace('-', '')}.csv.gz"]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        line = process.stdout.readline()
        if not line:
            raise SystemExit(f"the day did not land: exit code {process.wait()}")
        yield Stack(process, json.loads(line))
    finally:
        process.stdin.close()
        process.wait(timeout=120)


def _publish(airflow: Airflow, stack: Stack, options: argparse.Namespace) -> bool:
    """Triggers the DAG and looks at what came of it."""
    for dag in ("data_quality", _DAG):
        airflow.call("PATCH", f"/api/v2/dags/{dag}", {"is_paused": False})
    # The interval before midnight: the day is over, so all of it may be published.
    run = airflow.trigger(_DAG, f"{options.date}T23:45:00Z")
    state = airflow.await_end(_DAG, run, _SECONDS)
    print(f"{_DAG} {run}: {state}")
    for task in airflow.tasks(_DAG, run):
        print(
            f"  {task['task_id']:<18} {task['state'] or '-':<9} try {task['try_number']}, {task['duration'] or 0:.1f} s"
        )
    _print_ledger(stack.address)
    equal = stack.compare()
    _print_quality(airflow)
    if options.screenshot:
        _screenshot(airflow, run, Path(options.screenshot))
    return state == "success" and equal


def _print_ledger(address: dict[str, str]) -> None:
    """Prints the runs as the dashboard sees them."""
    with psycopg.connect(
        address["url"].removeprefix("jdbc:"), user="dashboard_reader", password=address["dashboardReaderPassword"]
    ) as connection:
        query = "SELECT run_id, dt, state, rows_read, bars, covered_until FROM serving.runs ORDER BY run_id"
        print("run ledger")
        for number, date, state, rows, bars, until in connection.execute(query):
            print(f"  run {number}: {date} {state}, {rows:,} rows, {bars:,} bars, covered until {until.isoformat()}")


def _print_quality(airflow: Airflow) -> None:
    """Prints what became of the run that the publication triggered."""
    deadline = time.monotonic() + _SECONDS
    while time.monotonic() < deadline:
        runs: list[dict[str, Any]] = airflow.call("GET", "/api/v2/dags/data_quality/dagRuns")["dag_runs"]
        if runs and runs[0]["state"] in ("success", "failed"):
            print(f"data_quality {runs[0]['dag_run_id']}: {runs[0]['state']}")
            return
        time.sleep(1)
    print("data_quality: was not run by the publication")


def _screenshot(airflow: Airflow, run: str, file: Path) -> None:
    """Looks at the run's page, with the grid of all runs beside it."""
    with page(os.environ.get("CHROMIUM") or "chromium", 1440, 900) as browser:
        browser.call("Network.setCookie", name="_token", value=airflow.token, url=airflow.url)
        browser.call("Page.navigate", url=f"{airflow.url}/dags/{_DAG}/runs/{run}")
        # The rows of the table come after the grid's names.
        browser.await_texts("5 Task Instances", "SparkSubmitOperator", "announce")
        browser.screenshot(file)
    print(f"screenshot: {file}")


def _environment(address: dict[str, str], directory: Path) -> dict[str, str]:
    """What Airflow's tasks are told."""
    return {
        "AIRFLOW_CONN_SPARK_DEFAULT": json.dumps({"conn_type": "spark", "host": "local[2]"}),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "DATABASE_URL": address["url"],
        "DATABASE_USER": "batch_writer",
        "DATABASE_PASSWORD": address["batchWriterPassword"],
        "TIDEMARK_READER_PASSWORD": address["dashboardReaderPassword"],
        "LANDING_DIRECTORY": address["landing"],
        "RESULTS_DIRECTORY": address["results"],
        "TIDEMARK_SUMMARY_DIRECTORY": str(directory / "summaries"),
        "TIDEMARK_CONDITIONS": "none",
        "TIDEMARK_GATE_POLL": "2s",
        "TIDEMARK_RETRIES": "2",
        "TIDEMARK_RETRY_DELAY": "2s",
    }


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="A recorded day, published by a running Airflow.")
    parser.add_argument("--date", default="2013-10-07", metavar="DATE", help="the recorded day (default: %(default)s)")
    parser.add_argument("--data", default=str(ROOT.parent / "shared" / "data"), metavar="DIR", help="the recordings")
    parser.add_argument("--screenshot", metavar="FILE", help="where to write a picture of the run's page")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
