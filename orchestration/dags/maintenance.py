"""Keeps files few and, if asked to, old data away."""

from __future__ import annotations

import logging
from datetime import datetime, timezone

from airflow.exceptions import AirflowSkipException
from airflow.sdk import DAG, task
from airflow.timetables.interval import CronDataIntervalTimetable

from tidemark_airflow import batch, database, upkeep
from tidemark_airflow.settings import Settings

_LOG = logging.getLogger(__name__)
SETTINGS = Settings.read()

DOC = f"""
### Daily upkeep

* **compact_landing** merges the small landed files of dates older than `{SETTINGS.compact_after}`
  (`io.tidemark.batch.CompactJob`). No row is lost, and what was published stays current.
* **forget_news** deletes old news; only with `NEWS_KEEP` (such as `P30D`). News cannot be computed again.
* **drop_old_bars** drops old chunks of published bars where TimescaleDB is used without a retention job of its own;
  only with `TIDEMARK_BARS_KEEP_DAYS`.

By default nothing is ever deleted. [Spark UI]({SETTINGS.spark_ui_url}) (while a job runs) ·
[dashboard]({SETTINGS.dashboard_url})
"""

with DAG(
    dag_id="maintenance",
    description="Compaction, and retention where configured",
    doc_md=DOC,
    schedule=CronDataIntervalTimetable("17 3 * * *", timezone="UTC"),
    start_date=datetime(2010, 1, 1, tzinfo=timezone.utc),
    catchup=False,
    max_active_runs=1,
    default_args=batch.defaults(SETTINGS),
    tags=["tidemark", "maintenance"],
):
    batch.submit(
        SETTINGS,
        "compact_landing",
        "io.tidemark.batch.CompactJob",
        [f"--landing={SETTINGS.landing}", f"--older-than={SETTINGS.compact_after}"],
    )

    @task
    def forget_news() -> None:
        """Deletes old news, if configured."""
        if SETTINGS.news_keep is None:
            raise AirflowSkipException("NEWS_KEEP is not set: all news stay")
        upkeep.forget_news(SETTINGS, SETTINGS.news_keep)

    @task
    def drop_old_bars() -> None:
        """Drops old bars, if configured."""
        if SETTINGS.bars_keep_days is None:
            raise AirflowSkipException("TIDEMARK_BARS_KEEP_DAYS is not set: all bars stay")
        with database.as_owner() as connection:
            _LOG.info("%s", upkeep.drop_old_bars(connection, SETTINGS.bars_keep_days))

    forget_news()
    drop_old_bars()
