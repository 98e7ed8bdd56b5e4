"""The publication check: that the ledger and the boundary say what the batch run says it did."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import psycopg

from tidemark_airflow.dates import DateRange

_POSITION = "SELECT coalesce(max(run_id), 0) FROM serving.runs"
_PUBLISHED = """
    SELECT c.dt, c.run_id, c.covered_until, c.rows_read, c.bars
    FROM serving.coverage c WHERE c.run_id > %s AND c.dt BETWEEN %s AND %s ORDER BY c.dt"""
_COVERED = "SELECT c.dt, c.run_id FROM serving.coverage c WHERE c.dt BETWEEN %s AND %s"
_UNREPAIRED = """
    SELECT DISTINCT ON (r.dt) r.dt, r.run_id, r.message
    FROM serving.runs r
    WHERE r.run_id > %s AND r.dt BETWEEN %s AND %s AND r.state = 'failed'
      AND NOT EXISTS (SELECT FROM serving.coverage c WHERE c.dt = r.dt AND c.run_id > r.run_id)
    ORDER BY r.dt, r.run_id DESC"""
_TORN = """
    SELECT r.dt, r.run_id FROM serving.runs r JOIN serving.coverage c ON c.run_id = r.run_id
    WHERE r.run_id > %s AND r.dt BETWEEN %s AND %s
      AND (r.state <> 'published' OR r.covered_until IS DISTINCT FROM c.covered_until)"""


class PublicationError(RuntimeError):
    """What was published is not what the run reported."""


@dataclass(frozen=True)
class Published:
    """A date's publication."""

    date: date
    run_id: int
    covered_until: str
    rows: int
    bars: int

    def text(self) -> str:
        """One line for the log."""
        figures = f"{self.rows:,} rows, {self.bars:,} bars, covered until {self.covered_until}"
        return f"{self.date}: run {self.run_id}, {figures}"


def ledger_position(connection: psycopg.Connection) -> int:
    """The greatest run number so far; greater ones come after this look."""
    row = connection.execute(_POSITION).fetchone()
    return 0 if row is None else int(row[0])


def published_since(connection: psycopg.Connection, position: int, dates: DateRange) -> list[Published]:
    """Publications of the dates after a position of the ledger; the latest of each date, by date."""
    rows = connection.execute(_PUBLISHED, (position, dates.first, dates.last)).fetchall()
    return [Published(row[0], row[1], row[2].isoformat(), row[3], row[4]) for row in rows]


def check(
    connection: psycopg.Connection, position: int, dates: DateRange, summary: dict[str, Any] | None
) -> list[Published]:
    """Checks the ledger after a run and returns what it published since ``position``.

    A retry finds what an attempt before it published, because the position is that of the Airflow run's start.

    :param summary: the batch job's own summary, or None when it is not on this machine
    :raises PublicationError: naming every contradiction
    """
    span = (position, dates.first, dates.last)
    problems = [f"{dt}: run {run} failed: {message}" for dt, run, message in connection.execute(_UNREPAIRED, span)]
    problems += [f"{dt}: run {run}: ledger and boundary differ" for dt, run in connection.execute(_TORN, span)]
    covered: dict[date, int] = dict(connection.execute(_COVERED, (dates.first, dates.last)).fetchall())
    for dt, run in _reported(summary):
        if covered.get(dt, -1) < run:
            problems.append(f"{dt}: the job reports run {run} as published, the boundary is of {covered.get(dt)}")
    if problems:
        raise PublicationError("; ".join(problems))
    return published_since(connection, position, dates)


def read_summary(file: Path) -> dict[str, Any] | None:
    """The summary that the job wrote, or None when it is not here."""
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None


def _reported(summary: dict[str, Any] | None) -> list[tuple[date, int]]:
    """Dates that must be covered, with the least run number; unchanged ones by any run."""
    if summary is None:
        return []
    published = [
        (date.fromisoformat(found["date"]), int(found["runId"]))
        for found in summary.get("dates", [])
        if found.get("state") == "published"
    ]
    return published + [(date.fromisoformat(text), 0) for text in summary.get("unchanged", [])]
