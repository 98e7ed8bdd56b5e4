"""A failure is told in the log, and to the webhook when there is one."""

from __future__ import annotations

import logging
from types import SimpleNamespace

import pytest

from tidemark_airflow import alerts
from webhook import webhook

CONTEXT = {
    "ti": SimpleNamespace(
        dag_id="trades_batch", task_id="run_batch", run_id="r1", try_number=3, log_url="http://localhost/log"
    ),
    "exception": RuntimeError("spark-submit ended with 137"),
}


def test_the_alert_names_task_run_and_reason() -> None:
    alert = alerts.failure(CONTEXT)
    assert alert["text"] == "Tidemark: trades_batch.run_batch failed: spark-submit ended with 137"
    assert (alert["run"], alert["try"], alert["log"]) == ("r1", 3, "http://localhost/log")


def test_it_is_posted_as_json(monkeypatch: pytest.MonkeyPatch) -> None:
    with webhook() as hook:
        monkeypatch.setenv(alerts.WEBHOOK, hook.url)
        alerts.on_failure(CONTEXT)
    assert hook.posted == [alerts.failure(CONTEXT)]


def test_a_webhook_that_refuses_fails_nothing_and_its_url_stays_secret(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with webhook(answer=500) as hook, caplog.at_level(logging.INFO):
        monkeypatch.setenv(alerts.WEBHOOK, hook.url)
        alerts.on_failure(CONTEXT)
    assert "secret-path" not in caplog.text


def test_nobody_listening_fails_nothing() -> None:
    assert not alerts.post("http://127.0.0.1:9/", {})


def test_a_url_that_is_no_web_address_is_not_opened() -> None:
    assert not alerts.post("file:///etc/passwd", {})
