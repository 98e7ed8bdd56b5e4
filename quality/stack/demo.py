"""The stack with simulated trades and news."""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

import landing
import pages
import usage
from backup import back_up_and_restore
from compose import ROOT, Compose, await_true
from steps import HEALTHY_WITHIN, PATIENCE, airflow_of, require, stack_of, step, succeed, up

# What docs/runbook.md says of the stack without trades.
_MOST_IDLE_MIB = 6 * 1024


def run(directory: Path, options: argparse.Namespace) -> None:
    """Simulated trades and news: from ``up`` to ``down -v``, with a restart of every container in between."""
    with stack_of("tidemark-test-demo", directory, AIRFLOW_PAUSED="True", LANDING_SEGMENT_MAX_AGE="10s") as stack:
        step("up")
        up(stack)
        step("trades and news flow")
        for what, sql in (
            ("live bars", "SELECT count(*) FROM serving.bars_1m WHERE layer = 'speed'"),
            ("news with symbols", "SELECT count(*) FROM serving.news"),
        ):
            await_true(what, PATIENCE, lambda sql=sql: stack.number(sql) > 0)
            print(f"  {what}: {stack.number(sql):,}")
        print(usage.table(usage.measure(stack.project, 15)), flush=True)
        step("trades_batch, triggered as Airflow's page does")
        airflow = airflow_of(stack)
        now = datetime.now(timezone.utc)
        batch_run = succeed(airflow, "trades_batch", (now - timedelta(minutes=15)).isoformat(), {})
        await_true("both layers served", PATIENCE, lambda: len(_layers(stack)) == 2)
        print("  bars: " + ", ".join(f"{count} {layer}" for layer, count in _layers(stack).items()))
        step("pages")
        pages.look(stack, airflow, batch_run, options.screenshots)
        step("every panel of Grafana's dashboards has data in Prometheus")
        _observe(stack)
        pages.look_at_prometheus(stack, options.screenshots)
        step("every container restarted in turn")
        _restart_all(stack)
        step("nothing is lost")
        _nothing_lost(stack)
        if options.idle_seconds:
            step(f"idle, {options.idle_seconds} s with the feed stopped")
            idle = usage.measure(stack.project, options.idle_seconds)
            print(usage.table(idle), flush=True)
            require(sum(mib for _, mib in idle.values()) < _MOST_IDLE_MIB, "more memory than is promised")
        step("backup and restore, as the runbook says")
        back_up_and_restore(stack)
        step("down and up: data are still there")
        before = _held(stack)
        stack.down()
        up(stack)
        after = _held(stack)
        print(f"  runs, bars: {before} before, {after} after")
        require(after[0] >= before[0] and after[1] >= before[1], "data are gone")
        step("down -v leaves nothing")
        stack.down("-v")
        require(not stack.left(), f"left behind: {stack.left()}")


def _layers(stack: Compose) -> dict[str, str]:
    return dict(stack.query("SELECT layer, count(*) FROM serving.bars_1m GROUP BY layer ORDER BY layer"))


def _observe(stack: Compose) -> None:
    """Grafana comes from no registry that is reached everywhere; what it would ask Prometheus is asked here."""
    stack.run("--profile", "observe", "up", "-d", "--no-build", "prometheus")
    check = [
        sys.executable,
        str(ROOT / "deploy/observability/check"),
        f"http://127.0.0.1:{stack.ports['PROMETHEUS_PORT']}",
    ]
    deadline = time.monotonic() + PATIENCE
    while True:
        done = subprocess.run(check, check=False, capture_output=True, text=True)
        if done.returncode == 0 or time.monotonic() > deadline:
            break
        time.sleep(10)
    print("  " + done.stdout.strip().replace("\n", "\n  "), flush=True)
    require(done.returncode == 0, "panels without data")


def _restart_all(stack: Compose) -> None:
    for service in stack.services():
        begin = time.monotonic()
        stack.run("restart", service)
        stack.await_healthy(HEALTHY_WITHIN)
        print(f"  {service:<24} healthy again after {time.monotonic() - begin:.0f} s", flush=True)


def _nothing_lost(stack: Compose) -> None:
    """What Kafka holds has landed, and live bars come again."""
    before = stack.number("SELECT coalesce(sum(trades), 0) FROM serving.bars_1m")
    await_true("live trades come", PATIENCE, lambda: stack.number("SELECT sum(trades) FROM serving.bars_1m") > before)
    stack.run("stop", "finnhub-ingest", "news-ingest", "finnhub-simulator")
    in_kafka = landing.in_kafka(stack)
    await_true(f"{in_kafka:,} trades of Kafka landed", PATIENCE, lambda: landing.landed(stack) == in_kafka)
    print(f"  {in_kafka:,} trades in Kafka = {landing.landed(stack):,} landed")
    print("  " + landing.verify(stack).strip().splitlines()[-1], flush=True)


def _held(stack: Compose) -> tuple[int, int]:
    return stack.number("SELECT count(*) FROM batch.runs"), stack.number("SELECT count(*) FROM batch.bars")
