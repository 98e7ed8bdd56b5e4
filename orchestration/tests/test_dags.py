"""The DAGs import, and are what operators rely on."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pendulum
import pytest

DAGS = ("trades_batch", "backfill", "data_quality", "maintenance")


@pytest.fixture(scope="module")
def dags(airflow_database: None) -> dict[str, Any]:
    """All DAGs by their ids."""
    from airflow.dag_processing.dagbag import DagBag

    bag = DagBag(Path(__file__).parents[1] / "dags")
    assert bag.import_errors == {}
    return bag.dags


def test_all_dags_are_there(dags: dict[str, Any]) -> None:
    assert set(dags) == set(DAGS)


@pytest.mark.parametrize("dag_id", DAGS)
def test_each_is_documented_tagged_and_alone(dags: dict[str, Any], dag_id: str) -> None:
    dag = dags[dag_id]
    assert "tidemark" in dag.tags
    assert "http://localhost:8080" in dag.doc_md
    assert dag.max_active_runs == 1
    assert not dag.catchup


@pytest.mark.parametrize("dag_id", DAGS)
def test_each_task_tries_again_later_and_later_and_then_alerts(dags: dict[str, Any], dag_id: str) -> None:
    for task in dags[dag_id].tasks:
        assert task.retries >= 2
        assert task.retry_exponential_backoff
        assert task.on_failure_callback


def test_the_batch_has_real_data_intervals_in_utc(dags: dict[str, Any]) -> None:
    from airflow.serialization.encoders import coerce_to_core_timetable

    timetable = coerce_to_core_timetable(dags["trades_batch"].timetable)
    interval = timetable.infer_manual_data_interval(run_after=pendulum.datetime(2013, 10, 7, 14, 7))
    assert interval.end == datetime(2013, 10, 7, 14, 0, tzinfo=timezone.utc)
    assert interval.end - interval.start == timedelta(minutes=15)


def test_the_gate_holds_no_worker_while_it_waits(dags: dict[str, Any]) -> None:
    gate = dags["trades_batch"].get_task("await_landing")
    assert gate.mode == "reschedule"
    assert gate.timeout == 60


def test_the_tasks_come_one_after_another(dags: dict[str, Any]) -> None:
    order = [task.task_id for task in dags["trades_batch"].topological_sort()]
    assert order == ["await_landing", "plan_dates", "run_batch", "check_publication", "announce"]


def test_the_job_is_told_no_password(dags: dict[str, Any]) -> None:
    job = dags["trades_batch"].get_task("run_batch")
    assert job.env_vars is None
    assert job.application.endswith("spark-batch.jar")


@pytest.mark.parametrize(
    "given", [{"from": "yesterday"}, {"to": None}, {"force": "yes"}, {"from": "2013-10-07", "to": 7}]
)
def test_parameters_of_a_backfill_are_checked(dags: dict[str, Any], given: dict[str, Any]) -> None:
    from airflow.sdk.exceptions import ParamValidationError

    params = dags["backfill"].params.__copy__()
    with pytest.raises(ParamValidationError):
        params.update(given)
        params.validate()


def test_quality_is_judged_of_the_dates_that_were_published(dags: dict[str, Any]) -> None:
    events = [SimpleNamespace(extra={"dates": ["2013-10-08", "2013-10-07"]}), SimpleNamespace(extra=None)]
    choose = dags["data_quality"].get_task("choose_dates").python_callable
    dates = choose(triggering_asset_events={"published_dates": events}, params={"dates": ["2000-01-01"]})
    assert dates == ["2013-10-07", "2013-10-08"]
