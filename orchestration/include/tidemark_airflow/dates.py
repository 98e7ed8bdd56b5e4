"""Which dates a run is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any


@dataclass(frozen=True)
class Interval:
    """A run's data interval, end excluded, UTC."""

    start: datetime
    end: datetime

    @classmethod
    def of(cls, dag_run: Any) -> Interval:
        """The run's own, or the instant of the run for one that was triggered without a logical date."""
        if dag_run.data_interval_start is None or dag_run.data_interval_end is None:
            return cls(dag_run.run_after, dag_run.run_after)
        return cls(dag_run.data_interval_start, dag_run.data_interval_end)


@dataclass(frozen=True)
class DateRange:
    """UTC dates, both ends included."""

    first: date
    last: date

    @classmethod
    def touched_by(cls, interval: Interval, lookback_days: int) -> DateRange:
        """Dates that the interval lies in, and as many before, for what landed late."""
        last = max(interval.start, interval.end - timedelta(microseconds=1)).date()
        return cls(interval.start.date() - timedelta(days=lookback_days), last)

    @classmethod
    def asked_for(cls, params: Mapping[str, Any]) -> DateRange:
        """The range of the parameters ``from`` and ``to``; raises ValueError when they are in the wrong order."""
        first, last = date.fromisoformat(params["from"]), date.fromisoformat(params["to"])
        if first > last:
            raise ValueError(f"from ({first}) is after to ({last})")
        return cls(first, last)
