"""Publishes the dates of what has landed, every quarter of an hour."""

from __future__ import annotations

import logging
from datetime import datetime, timezone
from typing import Any

from airflow.sdk import DAG, PokeReturnValue, task
from airflow.timetables.interval import CronDataIntervalTimetable

from tidemark_airflow import batch, gate
from tidemark_airflow.dates import DateRange, Interval
from tidemark_airflow.settings import Settings

_LOG = logging.getLogger(__name__)
SETTINGS = Settings.read()

DOC = f"""
### Landed trades to served bars

1. **await_landing** waits until everything before the end of the data interval is in committed files, or the consumer
   says that nothing more is coming. It holds no worker while it waits; after `TIDEMARK_GATE_TIMEOUT` it fails: the
   consumer is behind or does not run.
2. **plan_dates** takes the dates of the interval and {SETTINGS.lookback_days} before (for late data), and notes where
   the ledger stands.
3. **run_batch** submits `io.tidemark.batch.BatchJob`, which recomputes the dates whose files changed and publishes
   each in one transaction. An attempt that dies leaves nothing half published; the next finds out what is left to do.
4. **check_publication** compares the job's summary with `serving.runs` and `serving.coverage`.
5. **announce** updates the asset `published_dates` with the dates and their runs; skipped when nothing changed.

Older dates: DAG `backfill`. [Spark UI]({SETTINGS.spark_ui_url}) (while a job runs) ·
[dashboard]({SETTINGS.dashboard_url})
"""

with DAG(
    dag_id="trades_batch",
    description="Landed trades to served bars, by Spark",
    doc_md=DOC,
    schedule=CronDataIntervalTimetable(SETTINGS.schedule, timezone="UTC"),
    start_date=datetime(2010, 1, 1, tzinfo=timezone.utc),
    catchup=False,
    max_active_runs=1,
    default_args=batch.defaults(SETTINGS),
    tags=["tidemark", "batch"],
):

    @task.sensor(
        mode="reschedule",
        poke_interval=SETTINGS.gate_poll.total_seconds(),
        timeout=SETTINGS.gate_timeout.total_seconds(),
    )
    def await_landing(*, dag_run: Any) -> PokeReturnValue:
        """Is done when the data interval has landed."""
        until = Interval.of(dag_run).end + SETTINGS.out_of_orderness
        found = gate.landed(SETTINGS.landing, until)
        for reason in found.reasons:
            _LOG.info("Waiting for %s: %s", until.isoformat(), reason)
        return PokeReturnValue(is_done=found.complete)

    @task
    def plan_dates(*, dag_run: Any) -> dict[str, Any]:
        """Dates and arguments of the job."""
        dates = DateRange.touched_by(Interval.of(dag_run), SETTINGS.lookback_days)
        return batch.plan(SETTINGS, dates, force=False, dag_id=dag_run.dag_id, run_id=dag_run.run_id)

    planned = plan_dates()
    await_landing() >> planned
    batch.publish(SETTINGS, planned)
