"""Turns red when a published date must not be trusted."""

from __future__ import annotations

import logging
from datetime import date, datetime, timezone
from typing import Any

import psycopg
from airflow.exceptions import AirflowFailException, AirflowSkipException
from airflow.sdk import DAG, Param, task

from tidemark_airflow import batch, database, quality
from tidemark_airflow.settings import Settings

_LOG = logging.getLogger(__name__)
SETTINGS = Settings.read()

DOC = f"""
### Verdicts on published dates

Runs when `published_dates` is updated and reads the verdicts that the batch job published with the dates
(`serving.quality_dates`, `serving.data_quality`). A date that is **bad**, or has no verdict, fails the run and alerts
(log, and `TIDEMARK_ALERT_WEBHOOK` if set); **suspect** dates are warned of in the log. Triggered by hand it judges
the parameter's dates, or the latest published one. [Dashboard]({SETTINGS.dashboard_url})
"""

with DAG(
    dag_id="data_quality",
    description="Fails and alerts when a published date is bad",
    doc_md=DOC,
    schedule=[batch.PUBLISHED_DATES],
    start_date=datetime(2010, 1, 1, tzinfo=timezone.utc),
    catchup=False,
    max_active_runs=1,
    default_args=batch.defaults(SETTINGS),
    params={
        "dates": Param(
            [],
            type="array",
            items={"type": "string", "format": "date"},
            title="Dates",
            description="Dates to judge when nothing was published; none: the latest",
        )
    },
    tags=["tidemark", "quality"],
):

    @task
    def choose_dates(*, triggering_asset_events: Any, params: dict[str, Any]) -> list[str]:
        """The dates of the events that triggered the run, each once."""
        published = {
            text
            for events in triggering_asset_events.values()
            for event in events
            for text in (event.extra or {}).get("dates", [])
        }
        chosen = published or set(params["dates"])
        if not chosen:
            with database.as_reader() as connection:
                latest = quality.latest_date(connection)
            if latest is None:
                raise AirflowSkipException("nothing is published yet")
            chosen = {latest.isoformat()}
        return sorted(chosen)

    @task
    def judge(dates: list[str]) -> None:
        """Fails on a date that is bad or has no verdict. Trying again would not change that."""
        try:
            with database.as_reader() as connection:
                found = quality.judge(connection, [date.fromisoformat(text) for text in dates])
        except psycopg.errors.UndefinedTable as e:
            raise AirflowFailException(f"the database knows no verdicts, migrate it: {e.diag.message_primary}") from e
        for verdict in found.dates + found.symbols:
            _LOG.log(logging.INFO if verdict.verdict == "good" else logging.WARNING, "%s", verdict.text())
        problems = [verdict.text() for verdict in found.bad] + [f"{dt}: no verdict" for dt in found.without]
        if problems:
            raise AirflowFailException("; ".join(problems))

    judge(choose_dates())
