"""``make stack-test``: the whole stack as containers, from nothing to nothing."""

from __future__ import annotations

import argparse
import gzip
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path

import usage
from compose import ROOT, Compose, await_true
from served_day import compare

sys.path.insert(0, str(ROOT / "orchestration" / "check"))
from airflow_api import AirflowApi
from browser import page

_HEALTHY_WITHIN = 600
_SECONDS = 300
_DAY = "2013-10-07"


def main() -> int:
    """Runs the parts that are asked for; 0 when all is as it should be."""
    options = _options()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    directory = ROOT / ".stack-test"
    shutil.rmtree(directory, ignore_errors=True)
    parts: dict[str, Callable[[Path, argparse.Namespace], None]] = {"demo": _demo, "recording": _recording}
    begin = time.monotonic()
    unknown = set(options.parts) - parts.keys()
    if unknown:
        print(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(parts)}", file=sys.stderr)
        return 2
    for name in options.parts or parts:
        parts[name](directory / name, options)
    print(f"stack-test: ok, {(time.monotonic() - begin) / 60:.1f} min")
    return 0


def _demo(directory: Path, options: argparse.Namespace) -> None:
    """Simulated trades and news: from ``up`` to ``down -v``, with a restart of every container in between."""
    with _stack("tidemark-test-demo", directory, AIRFLOW_PAUSED="True", LANDING_SEGMENT_MAX_AGE="10s") as stack:
        _step("up")
        _up(stack)
        _step("trades and news flow")
        for what, sql in (
            ("live bars", "SELECT count(*) FROM serving.bars_1m WHERE layer = 'speed'"),
            ("news with symbols", "SELECT count(*) FROM serving.news"),
        ):
            await_true(what, _SECONDS, lambda sql=sql: stack.number(sql) > 0)
            print(f"  {what}: {stack.number(sql):,}")
        print(usage.table(usage.measure(stack.project, 15)), flush=True)
        _step("trades_batch, triggered as Airflow's page does")
        airflow = _airflow(stack)
        now = datetime.now(timezone.utc)
        run = _succeed(airflow, "trades_batch", (now - timedelta(minutes=15)).isoformat(), {})
        await_true("both layers served", _SECONDS, lambda: len(_layers(stack)) == 2)
        print("  bars: " + ", ".join(f"{count} {layer}" for layer, count in _layers(stack).items()))
        _step("pages")
        _look(stack, airflow, run, options.screenshots)
        _step("every panel of Grafana's dashboards has data in Prometheus")
        _observe(stack)
        _step("every container restarted in turn")
        _restart_all(stack)
        _step("nothing is lost")
        _nothing_lost(stack)
        if options.idle_seconds:
            _step(f"idle, {options.idle_seconds} s with the feed stopped")
            print(usage.table(usage.measure(stack.project, options.idle_seconds)))
        _step("down and up: data are still there")
        before = _held(stack)
        stack.down()
        _up(stack)
        after = _held(stack)
        print(f"  runs, bars: {before} before, {after} after")
        _require(after[0] >= before[0] and after[1] >= before[1], "data are gone")
        _step("down -v leaves nothing")
        stack.down("-v")
        _require(not stack.left(), f"left behind: {stack.left()}")


def _recording(directory: Path, options: argparse.Namespace) -> None:
    """A recorded day through the containers, and its served bars against the expected ones."""
    digits = _DAY.replace("-", "")
    recording = Path(options.data) / "trades" / f"us-equities-{digits}.csv.gz"
    settings = {
        "RECORDING": str(recording.resolve()),
        "FINNHUB_SYMBOLS": "AIG,BAC,IBM,SPY",
        "TRADES_RETENTION_DAYS": "36500",
        "TIDEMARK_CONDITIONS": "none",
        "AIRFLOW_PAUSED": "True",
        "LANDING_SEGMENT_MAX_AGE": "10s",
    }
    with _stack("tidemark-test-day", directory, "quality/stack/recording.yml", **settings) as stack:
        _step(f"up, with {_DAY} as its feed")
        _up(stack)
        _step("the day lands")
        rows = _recorded_rows(recording)
        await_true(f"{rows:,} rows landed", _SECONDS, lambda: _landed(stack) == rows)
        print(f"  {rows:,} recorded = {_landed(stack):,} landed")
        _step("backfill, triggered as Airflow's page does")
        _succeed(_airflow(stack), "backfill", None, {"from": _DAY, "to": _DAY})
        _step("served bars")
        _require(
            compare(stack, _DAY, Path(options.data) / "expected" / f"bars-1m-all-trades-{digits}.csv.gz"), "differ"
        )
        stack.down("-v")


@contextmanager
def _stack(project: str, directory: Path, *files: str, **settings: str) -> Iterator[Compose]:
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


def _up(stack: Compose) -> None:
    begin = time.monotonic()
    stack.run("up", "-d", "--no-build", seconds=_HEALTHY_WITHIN)
    stack.await_healthy(_HEALTHY_WITHIN)
    print(f"  {len(stack.services())} containers healthy after {time.monotonic() - begin:.0f} s", flush=True)


def _airflow(stack: Compose) -> AirflowApi:
    file = "/opt/airflow/logs/simple_auth_manager_passwords.json"
    passwords = json.loads(stack.run("exec", "-T", "airflow-apiserver", "cat", file))
    airflow = AirflowApi(f"http://127.0.0.1:{stack.ports['AIRFLOW_PORT']}")
    airflow.log_in("admin", passwords["admin"])
    return airflow


def _succeed(airflow: AirflowApi, dag: str, logical_date: str | None, conf: dict[str, str]) -> str:
    """Triggers a run and requires that it succeeds."""
    begin = time.monotonic()
    airflow.call("PATCH", f"/api/v2/dags/{dag}", {"is_paused": False})
    run = airflow.trigger(dag, logical_date, conf)
    state = airflow.await_end(dag, run, 2 * _SECONDS)
    for task in airflow.tasks(dag, run):
        print(f"  {task['task_id']:<18} {task['state'] or '-'} try {task['try_number']}, {task['duration'] or 0:.1f} s")
    print(f"  {dag}: {state}, {time.monotonic() - begin:.0f} s", flush=True)
    _require(state == "success", f"{dag} is {state}")
    return run


def _layers(stack: Compose) -> dict[str, str]:
    return dict(stack.query("SELECT layer, count(*) FROM serving.bars_1m GROUP BY layer ORDER BY layer"))


def _look(stack: Compose, airflow: AirflowApi, run: str, pictures: str | None) -> None:
    """Each page shows data in a browser; takes their pictures when asked to."""
    host = "http://127.0.0.1:"
    looks = {
        "dashboard": (f"{host}{stack.ports['DASHBOARD_PORT']}/", ("AAPL", "BINANCE:BTCUSDT")),
        "airflow": (f"{airflow.url}/dags/trades_batch/runs/{run}", ("run_batch", "announce")),
        "flink": (f"{host}{stack.ports['FLINK_PORT']}/#/overview", ("Running Job", "speed")),
    }
    for name, (url, texts) in looks.items():
        with page(os.environ.get("CHROMIUM") or "chromium", 1440, 900) as browser:
            browser.call("Network.setCookie", name="_token", value=airflow.token, url=airflow.url)
            browser.call("Page.navigate", url=url)
            browser.await_texts(*texts)
            if pictures:
                time.sleep(3)  # For the picture alone: charts draw themselves after their texts.
                browser.screenshot(Path(pictures) / f"stack-{name}.png")
        print(f"  {name} shows {', '.join(texts)}", flush=True)


def _observe(stack: Compose) -> None:
    """Grafana comes from no registry that is reached everywhere; what it would ask Prometheus is asked here."""
    stack.run("--profile", "observe", "up", "-d", "--no-build", "prometheus")
    check = [
        sys.executable,
        str(ROOT / "deploy/observability/check"),
        f"http://127.0.0.1:{stack.ports['PROMETHEUS_PORT']}",
    ]
    deadline = time.monotonic() + _SECONDS
    while True:
        done = subprocess.run(check, check=False, capture_output=True, text=True)
        if done.returncode == 0 or time.monotonic() > deadline:
            break
        time.sleep(10)
    print("  " + done.stdout.strip().replace("\n", "\n  "), flush=True)
    _require(done.returncode == 0, "panels without data")


def _restart_all(stack: Compose) -> None:
    for service in stack.services():
        begin = time.monotonic()
        stack.run("restart", service)
        stack.await_healthy(_HEALTHY_WITHIN)
        print(f"  {service:<24} healthy again after {time.monotonic() - begin:.0f} s", flush=True)


def _nothing_lost(stack: Compose) -> None:
    """What Kafka holds has landed, and live bars come again."""
    before = stack.number("SELECT coalesce(sum(trades), 0) FROM serving.bars_1m")
    await_true("live trades come", _SECONDS, lambda: stack.number("SELECT sum(trades) FROM serving.bars_1m") > before)
    stack.run("stop", "finnhub-ingest", "news-ingest", "finnhub-simulator")
    in_kafka = _in_kafka(stack)
    await_true(f"{in_kafka:,} trades of Kafka landed", _SECONDS, lambda: _landed(stack) == in_kafka)
    print(f"  {in_kafka:,} trades in Kafka = {_landed(stack):,} landed")
    print("  " + stack.run("exec", "-T", "finnhub-consumer", *_verify()).strip().splitlines()[-1], flush=True)


def _verify() -> tuple[str, ...]:
    return ("java", "-jar", "/opt/tidemark/finnhub-consumer.jar", "verify", "/data/finnhub-data")


def _in_kafka(stack: Compose) -> int:
    tool = ("/opt/kafka/bin/kafka-get-offsets.sh", "--bootstrap-server", "kafka:9092", "--topic", "market.trades.v1")
    return sum(int(line.rsplit(":", 1)[1]) for line in stack.run("exec", "-T", "kafka", *tool).splitlines())


def _landed(stack: Compose) -> int:
    """Records that the landing's manifests account for."""
    manifests = (stack.directory / "finnhub-data" / "trades" / "_manifests").glob("*/*.json")
    return sum(found["end"] - found["start"] for found in (json.loads(file.read_bytes()) for file in manifests))


def _recorded_rows(recording: Path) -> int:
    with gzip.open(recording, "rb") as lines:
        return sum(1 for _ in lines) - 1


def _held(stack: Compose) -> tuple[int, int]:
    return stack.number("SELECT count(*) FROM batch.runs"), stack.number("SELECT count(*) FROM batch.bars")


def _require(condition: bool, otherwise: str) -> None:
    if not condition:
        raise AssertionError(otherwise)


def _step(what: str) -> None:
    print(f"{datetime.now(timezone.utc):%H:%M:%S} {what}", flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="The whole stack as containers, from nothing to nothing.")
    parser.add_argument("parts", nargs="*", metavar="PART", help="demo or recording (default: both)")
    parser.add_argument("--data", default=str(ROOT.parent / "shared" / "data"), metavar="DIR", help="the recordings")
    parser.add_argument("--screenshots", metavar="DIR", help="where to write pictures of the pages")
    parser.add_argument("--idle-seconds", type=int, default=60, metavar="N", help="how long to measure (0: not)")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
