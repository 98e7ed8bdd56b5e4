"""Recomputes a range of dates on demand."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from airflow.exceptions import AirflowFailException
from airflow.sdk import DAG, Param, task

from tidemark_airflow import batch
from tidemark_airflow.dates import DateRange
from tidemark_airflow.settings import Settings

SETTINGS = Settings.read()

DOC = f"""
### Recompute dates

Runs `io.tidemark.batch.BatchJob` over the landed dates **from** to **to** (UTC, both included): those whose files
changed, or with **force** all of them, for example after a change of the sale conditions' table that only some dates
should have. Safe beside `trades_batch`: of two runs of one date the ledger lets the newer publish.

[Spark UI]({SETTINGS.spark_ui_url}) (while a job runs) · [dashboard]({SETTINGS.dashboard_url})
"""

with DAG(
    dag_id="backfill",
    description="Recompute a range of dates",
    doc_md=DOC,
    schedule=None,
    start_date=datetime(2010, 1, 1, tzinfo=timezone.utc),
    catchup=False,
    max_active_runs=1,
    default_args=batch.defaults(SETTINGS),
    params={
        "from": Param(type="string", format="date", title="From", description="First date, UTC"),
        "to": Param(type="string", format="date", title="To", description="Last date, UTC"),
        "force": Param(False, type="boolean", title="Force", description="Also dates that are current"),
    },
    tags=["tidemark", "batch"],
):

    @task
    def plan_dates(*, dag_run: Any, params: dict[str, Any]) -> dict[str, Any]:
        """Dates and arguments of the job."""
        try:
            dates = DateRange.asked_for(params)
        except ValueError as e:
            raise AirflowFailException(f"wrong parameters: {e}") from e
        return batch.plan(SETTINGS, dates, params["force"], dag_id=dag_run.dag_id, run_id=dag_run.run_id)

    batch.publish(SETTINGS, plan_dates())
