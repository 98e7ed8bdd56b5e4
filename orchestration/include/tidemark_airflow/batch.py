"""The tasks that trades_batch and backfill share: submit the job, check what it published, tell who waits for it."""

from __future__ import annotations

import hashlib
import logging
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from airflow.exceptions import AirflowSkipException
from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator
from airflow.sdk import Asset, task
from airflow.sdk.definitions.xcom_arg import XComArg

from tidemark_airflow import alerts, database, publication
from tidemark_airflow.dates import DateRange
from tidemark_airflow.settings import Settings

_LOG = logging.getLogger(__name__)
_LONGEST_RETRY_DELAY = timedelta(minutes=15)

PUBLISHED_DATES = Asset(
    name="published_dates",
    uri="x-tidemark://serving/published-dates",
    group="tidemark",
    extra={"views": "serving.coverage, serving.runs"},
)


def defaults(settings: Settings) -> dict[str, Any]:
    """Arguments of every task."""
    return {
        "owner": "tidemark",
        "retries": settings.retries,
        "retry_delay": settings.retry_delay,
        "retry_exponential_backoff": True,
        "max_retry_delay": _LONGEST_RETRY_DELAY,
        "on_failure_callback": alerts.on_failure,
    }


def plan(settings: Settings, dates: DateRange, force: bool, dag_id: str, run_id: str) -> dict[str, Any]:
    """What a run is going to do, for the tasks after this one.

    The ledger's position is taken once, before the first attempt: what a killed attempt published is found by it.
    """
    summary = summary_file(settings, dag_id, run_id)
    summary.parent.mkdir(parents=True, exist_ok=True)
    summary.unlink(missing_ok=True)
    with database.as_reader() as connection:
        position = publication.ledger_position(connection)
    arguments = [
        f"--from={dates.first}",
        f"--to={dates.last}",
        f"--landing={settings.landing}",
        f"--results={settings.results}",
        f"--conditions={settings.conditions}",
        f"--out-of-orderness={int(settings.out_of_orderness.total_seconds() * 1000)}ms",
        f"--summary-json={summary}",
    ]
    if force:
        arguments.append("--force")
    return {
        "arguments": arguments,
        "first": dates.first.isoformat(),
        "last": dates.last.isoformat(),
        "position": position,
        "summary": str(summary),
    }


def summary_file(settings: Settings, dag_id: str, run_id: str) -> Path:
    """Where the job writes its summary: one file a run, by a name that no run's id can spoil."""
    return settings.summaries / f"{dag_id}-{hashlib.sha256(run_id.encode()).hexdigest()[:16]}.json"


def submit(settings: Settings, task_id: str, java_class: str, arguments: list[str] | XComArg) -> SparkSubmitOperator:
    """The task that runs a class of spark-batch. Its driver takes the database's address and password from the
    environment of the worker, so that they are in no command line and in no template."""
    return SparkSubmitOperator(
        task_id=task_id,
        conn_id="spark_default",
        application=str(settings.batch_jar),
        java_class=java_class,
        name="tidemark-{{ dag.dag_id }}",
        driver_memory=settings.driver_memory,
        conf={"spark.ui.showConsoleProgress": "false"},
        application_args=arguments,
    )


def publish(settings: Settings, planned: XComArg) -> None:
    """Adds the tasks after ``planned``, which must return what :func:`plan` returns."""

    @task
    def check_publication(plan: dict[str, Any]) -> dict[str, int]:
        """Compares the job's summary with the ledger; returns the published dates with their runs."""
        dates = DateRange(date.fromisoformat(plan["first"]), date.fromisoformat(plan["last"]))
        summary = publication.read_summary(Path(plan["summary"]))
        if summary is None:
            _LOG.warning("The job's summary is not on this machine: only the ledger is checked")
        with database.as_reader() as connection:
            found = publication.check(connection, plan["position"], dates, summary)
        for published in found:
            _LOG.info("%s", published.text())
        if not found:
            _LOG.info("Nothing of %s to %s had changed", dates.first, dates.last)
        return {published.date.isoformat(): published.run_id for published in found}

    @task(outlets=[PUBLISHED_DATES])
    def announce(published: dict[str, int], *, outlet_events: Any) -> None:
        """Tells who waits for published dates which they are; skipped, and so telling nothing, when there are none."""
        if not published:
            raise AirflowSkipException("nothing was published")
        outlet_events[PUBLISHED_DATES].extra = {"dates": sorted(published), "run_ids": published}

    job = submit(settings, "run_batch", "io.tidemark.batch.BatchJob", planned["arguments"])
    checked = check_publication(planned)
    job >> checked
    announce(checked)
