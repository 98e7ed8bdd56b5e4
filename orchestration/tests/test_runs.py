"""Runs of the DAGs with the real job, spark-submit and database, over landed days."""

from __future__ import annotations

import csv
import gzip
import json
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any

import pytest

from tidemark_airflow import alerts
from tidemark_airflow.database import as_owner
from webhook import webhook

ROOT = Path(__file__).resolve().parents[2]
EXPECTED = Path(os.environ.get("TIDEMARK_DATA") or ROOT.parent / "shared" / "data") / "expected"
FIRST, SECOND = date(2013, 10, 7), date(2013, 10, 8)


def at(day: date, hour: int) -> datetime:
    """An instant of a day, UTC."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=timezone.utc)


def run(dag_id: str, **arguments: Any) -> Any:
    """Runs a DAG as ``airflow dags test`` does, and returns its run."""
    from airflow.dag_processing.dagbag import DagBag

    return DagBag(ROOT / "orchestration" / "dags").dags[dag_id].test(**arguments)


def states(dag_run: Any) -> dict[str, str]:
    """State of each task."""
    return {instance.task_id: str(instance.state) for instance in dag_run.get_task_instances()}


def rows(query: str, *parameters: Any) -> list[tuple[Any, ...]]:
    """Answers of the database, asked as its owner."""
    with as_owner() as connection:
        return connection.execute(query, parameters).fetchall()


def published(day: date) -> list[int]:
    """Runs that published a date, in order."""
    return [
        found
        for (found,) in rows("SELECT run_id FROM batch.runs WHERE dt = %s AND state = 'published' ORDER BY 1", day)
    ]


def events() -> list[dict[str, Any]]:
    """What was told to who waits for published dates."""
    from airflow.models.asset import AssetEvent
    from airflow.utils.session import create_session

    with create_session() as session:
        return [event.extra for event in session.query(AssetEvent).order_by(AssetEvent.id)]


def trades(stage: dict[str, Any], day: date) -> int:
    """Trades that landed of a day."""
    return next(landed["trades"] for landed in stage["days"] if landed["date"] == day.isoformat())


def assert_served(stage: dict[str, Any], day: date) -> None:
    """All that landed of a day is served once; of a recorded day, each bar is as expected."""
    bars = {
        (symbol, bucket): figures
        for symbol, bucket, *figures in rows(
            "SELECT symbol, (extract(epoch FROM bucket) * 1000)::bigint, open, high, low, close, trades"
            " FROM batch.bars WHERE interval = '1m' AND bucket >= %s AND bucket < %s",
            at(day, 0),
            at(day, 23).replace(minute=59, second=59),
        )
    }
    assert sum(figures[4] for figures in bars.values()) == trades(stage, day)
    file = EXPECTED / f"bars-1m-all-trades-{day:%Y%m%d}.csv.gz"
    if file.exists():
        with gzip.open(file, "rt", encoding="utf-8") as text:
            expected = {
                (row["symbol"], int(row["bucket_ms"])): [
                    *(float(row[name]) for name in ("open", "high", "low", "close")),
                    int(row["trades"]),
                ]
                for row in csv.DictReader(text)
            }
        assert bars == expected


def test_a_run_publishes_the_day_that_landed_and_tells_so_once(stage: dict[str, Any]) -> None:
    first = run("trades_batch", logical_date=at(FIRST, 21))

    assert set(states(first).values()) == {"success"}
    assert_served(stage, FIRST)
    assert published(SECOND) == []
    assert events() == [{"dates": [FIRST.isoformat()], "run_ids": {FIRST.isoformat(): published(FIRST)[0]}}]

    again = run("trades_batch", logical_date=at(FIRST, 22))

    assert states(again)["run_batch"] == "success"
    assert states(again)["announce"] == "skipped"
    assert len(published(FIRST)) == 1
    assert len(events()) == 1


def test_a_driver_killed_with_9_is_tried_again_and_publishes_once(
    stage: dict[str, Any], capfd: pytest.CaptureFixture[str]
) -> None:
    with killer_of_driver(SECOND) as killed:
        done = run("trades_batch", logical_date=at(SECOND, 21))

    assert len(killed) == 1
    assert set(states(done).values()) == {"success"}
    assert next(i.try_number for i in done.get_task_instances() if i.task_id == "run_batch") == 2
    assert len(published(SECOND)) == 1
    assert_served(stage, SECOND)
    said = capfd.readouterr()
    for password in (stage["batchWriterPassword"], stage["dashboardReaderPassword"]):
        assert password not in killed[0], "the driver's command line tells a password"
        assert password not in said.out + said.err
        assert not rows_of_airflow_with(password)


def test_a_backfill_by_force_publishes_both_days_again(stage: dict[str, Any]) -> None:
    before = {day: published(day) for day in (FIRST, SECOND)}

    done = run("backfill", run_conf={"from": str(FIRST), "to": str(SECOND), "force": True})

    assert set(states(done).values()) == {"success"}
    for day in (FIRST, SECOND):
        assert len(published(day)) == len(before[day]) + 1
        assert_served(stage, day)
    assert events()[-1]["dates"] == [str(FIRST), str(SECOND)]


def test_upkeep_compacts_closed_dates_and_forgets_what_need_not_be_kept(stage: dict[str, Any]) -> None:
    with as_owner() as connection:
        connection.execute(
            "INSERT INTO speed.news SELECT 'rss', at::text, at, at, 'h', 's', 'src', 'u', 'c', '{}', '{}', 0, 1"
            " FROM unnest(%s) at",
            ([at(date(2013, 8, 1), 12), at(FIRST, 12)],),
        )

    done = run("maintenance", logical_date=at(SECOND, 21))

    assert states(done) == {"compact_landing": "success", "forget_news": "success", "drop_old_bars": "success"}
    assert rows("SELECT published_at FROM speed.news") == [(at(FIRST, 12),)]
    assert_served(stage, FIRST)
    # From now on the date is read without the CSV files that the compaction holds.
    with out_of_reach(compacted(stage, FIRST)) as hidden:
        again = run("backfill", run_conf={"from": str(FIRST), "to": str(FIRST), "force": True})
    assert hidden > 0
    assert set(states(again).values()) == {"success"}
    assert_served(stage, FIRST)


def test_a_backfill_in_the_wrong_order_fails_at_once(stage: dict[str, Any]) -> None:
    done = run("backfill", run_conf={"from": str(SECOND), "to": str(FIRST), "force": False})
    assert states(done)["plan_dates"] == "failed"
    assert states(done)["run_batch"] == "upstream_failed"


def test_a_day_with_a_long_gap_is_judged_bad_and_alerts(stage: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    before = len(published(FIRST))
    with as_owner() as connection:
        connection.execute(
            "INSERT INTO speed.feed_gaps (feed, started_at, ended_at, symbols, reason)"
            " SELECT 'finnhub', %s, %s, array_agg(DISTINCT symbol), 'connection closed: 1006' FROM batch.bars",
            (at(FIRST, 14), at(FIRST, 18)),
        )
    # What is known of the feed is a part of what the verdict is made of: the gap alone makes the date dirty.
    again = run("backfill", run_conf={"from": str(FIRST), "to": str(FIRST), "force": False})
    assert set(states(again).values()) == {"success"}
    assert len(published(FIRST)) == before + 1

    with webhook() as hook:
        monkeypatch.setenv(alerts.WEBHOOK, hook.url)
        done = run("data_quality", run_conf={"dates": [str(FIRST)]})

    assert states(done) == {"choose_dates": "success", "judge": "failed"}
    assert [alert["task"] for alert in hook.posted] == ["judge"]
    assert f"{FIRST}: bad" in hook.posted[0]["message"]


def test_a_good_day_passes(stage: dict[str, Any]) -> None:
    done = run("data_quality", run_conf={"dates": [str(SECOND)]})
    assert states(done) == {"choose_dates": "success", "judge": "success"}
    assert rows("SELECT verdict, conserved FROM serving.quality_dates WHERE dt = %s", SECOND) == [("good", True)]


def compacted(stage: dict[str, Any], day: date) -> list[Path]:
    """Landed files of a day that its compaction holds."""
    landing = Path(stage["landing"])
    manifest = json.loads((landing / "trades_compacted" / "_manifests" / f"{day}.json").read_text(encoding="utf-8"))
    return [landing / "trades" / source["name"] for source in manifest["sources"]]


@contextmanager
def out_of_reach(files: list[Path]) -> Iterator[int]:
    """Hides files; yields how many."""
    for file in files:
        file.rename(file.with_suffix(".hidden"))
    try:
        yield len(files)
    finally:
        for file in files:
            file.with_suffix(".hidden").rename(file)


@contextmanager
def killer_of_driver(day: date) -> Iterator[list[str]]:
    """Kills the first driver as soon as the ledger says that it works on the day; yields its command line."""
    killed: list[str] = []
    stop = threading.Event()

    def watch() -> None:
        with as_owner() as connection:
            connection.autocommit = True
            started = "SELECT FROM batch.runs WHERE dt = %s AND state = 'started'"
            while not stop.wait(0.05):
                if connection.execute(started, (day,)).fetchone() is not None:
                    for process, command in drivers():
                        killed.append(command)
                        os.kill(process, signal.SIGKILL)
                    return

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield killed
    finally:
        stop.set()
        thread.join()


def drivers() -> list[tuple[int, str]]:
    """Batch drivers that this process started, with their command lines."""
    found = []
    for directory in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((directory / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1])
            command = (directory / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:
            continue
        if parent == os.getpid() and "io.tidemark.batch.BatchJob" in command:
            found.append((int(directory.name), command))
    return found


def rows_of_airflow_with(text: str) -> list[str]:
    """Files of Airflow's home, its database among them, that hold a text."""
    needle = text.encode()
    home = Path(os.environ["AIRFLOW_HOME"])
    return [str(file) for file in home.rglob("*") if file.is_file() and needle in file.read_bytes()]
