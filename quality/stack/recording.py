"""A recorded day through the containers, and its served bars against the expected ones."""

from __future__ import annotations

import argparse
from pathlib import Path

import landing
from compose import await_true
from served_day import compare
from steps import PATIENCE, airflow_of, require, stack_of, step, succeed, up

_DAY = "2013-10-07"
# So that the chunk of the recorded day is one to be dropped.
_KEPT_DAYS = 3650


def run(directory: Path, options: argparse.Namespace) -> None:
    """A recorded day through the containers, and its served bars against the expected ones."""
    digits = _DAY.replace("-", "")
    recording = Path(options.data) / "trades" / f"us-equities-{digits}.csv.gz"
    settings = {
        "RECORDING": str(recording.resolve()),
        "FINNHUB_SYMBOLS": "AIG,BAC,IBM,SPY",
        "TRADES_RETENTION_DAYS": "36500",
        "TIDEMARK_CONDITIONS": "none",
        "AIRFLOW_PAUSED": "True",
        "TIDEMARK_BARS_KEEP_DAYS": str(_KEPT_DAYS),
        "LANDING_SEGMENT_MAX_AGE": "10s",
    }
    with stack_of("tidemark-test-day", directory, "quality/stack/recording.yml", **settings) as stack:
        step(f"up, with {_DAY} as its feed")
        up(stack)
        step("the day lands")
        rows = landing.recorded_rows(recording)
        await_true(f"{rows:,} rows landed", PATIENCE, lambda: landing.landed(stack) == rows)
        print(f"  {rows:,} recorded = {landing.landed(stack):,} landed")
        step("backfill, triggered as Airflow's page does")
        airflow = airflow_of(stack)
        succeed(airflow, "backfill", None, {"from": _DAY, "to": _DAY})
        step("served bars")
        require(compare(stack, _DAY, Path(options.data) / "expected" / f"bars-1m-all-trades-{digits}.csv.gz"), "differ")
        # Its compaction leaves the day alone: the recording ends before midnight, so nobody can say that it is over.
        step(f"maintenance drops bars older than {_KEPT_DAYS} days")
        succeed(airflow, "maintenance", None, {})
        bars = stack.number("SELECT count(*) FROM batch.bars")
        print(f"  {bars} bars left", flush=True)
        require(bars == 0, "maintenance has left old bars")
        stack.down("-v")
