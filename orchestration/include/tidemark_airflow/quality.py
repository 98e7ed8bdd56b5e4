"""Reads the batch layer's verdicts on the quality of dates. Spark makes them; here they have consequences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import psycopg

_DATES = "SELECT dt, verdict, reasons FROM serving.quality_dates WHERE dt = ANY(%s) ORDER BY dt"
_SYMBOLS = """
    SELECT dt, symbol, verdict, reasons FROM serving.data_quality
    WHERE dt = ANY(%s) AND verdict <> 'good' ORDER BY dt, symbol LIMIT 100"""
_LATEST = "SELECT max(dt) FROM serving.coverage"


@dataclass(frozen=True)
class Verdict:
    """What is said of a date, or of a symbol on it."""

    date: date
    symbol: str | None
    verdict: str
    reasons: str

    def text(self) -> str:
        """One line for logs and alerts."""
        of = f"{self.date} {self.symbol}" if self.symbol else f"{self.date}"
        return f"{of}: {self.verdict}" + (f" ({self.reasons})" if self.reasons else "")


@dataclass(frozen=True)
class Judgement:
    """Verdicts on some dates, and which of the dates have none."""

    dates: tuple[Verdict, ...]
    symbols: tuple[Verdict, ...]
    without: tuple[date, ...]

    @property
    def bad(self) -> list[Verdict]:
        """Dates that must not be trusted."""
        return [found for found in self.dates if found.verdict == "bad"]


def judge(connection: psycopg.Connection, dates: Sequence[date]) -> Judgement:
    """Reads the verdicts on dates."""
    asked = list(dates)
    found = tuple(
        Verdict(dt, None, verdict, _text(reasons)) for dt, verdict, reasons in connection.execute(_DATES, (asked,))
    )
    symbols = tuple(
        Verdict(dt, symbol, verdict, _text(reasons))
        for dt, symbol, verdict, reasons in connection.execute(_SYMBOLS, (asked,))
    )
    known = {verdict.date for verdict in found}
    return Judgement(found, symbols, tuple(dt for dt in asked if dt not in known))


def latest_date(connection: psycopg.Connection) -> date | None:
    """The latest date that is published."""
    row = connection.execute(_LATEST).fetchone()
    return None if row is None else row[0]


def _text(reasons: object) -> str:
    if reasons is None:
        return ""
    return ", ".join(map(str, reasons)) if isinstance(reasons, list) else str(reasons)
