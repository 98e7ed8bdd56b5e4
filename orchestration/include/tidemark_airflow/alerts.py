"""Says that something failed: in the log always, and to a webhook when there is one."""

from __future__ import annotations

import json
import logging
import urllib.error
import urllib.request
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from tidemark_airflow.settings import SettingsError, secret

_LOG = logging.getLogger(__name__)
_SECONDS = 10
_LONGEST = 2000
WEBHOOK = "TIDEMARK_ALERT_WEBHOOK"


def failure(context: Mapping[str, Any]) -> dict[str, Any]:
    """The alert about a failed task, as it is posted."""
    instance = context["ti"]
    run = context.get("dag_run")
    message = str(context.get("exception") or "the task failed")[:_LONGEST]
    return {
        "text": f"Tidemark: {instance.dag_id}.{instance.task_id} failed: {message}",
        "severity": "critical",
        "dag": instance.dag_id,
        "task": instance.task_id,
        "run": instance.run_id,
        "try": instance.try_number,
        "intervalStart": _instant(getattr(run, "data_interval_start", None)),
        "intervalEnd": _instant(getattr(run, "data_interval_end", None)),
        "message": message,
        "log": getattr(instance, "log_url", None),
    }


def on_failure(context: Mapping[str, Any]) -> None:
    """Failure callback of every task: called once it has no tries left. Never fails itself."""
    alert = failure(context)
    _LOG.error("ALERT %s", json.dumps(alert, sort_keys=True))
    try:
        url = secret(WEBHOOK)
    except SettingsError as e:
        _LOG.error("The alert is in this log only: %s", e)
        return
    if url:
        post(url, alert)


def post(url: str, alert: Mapping[str, Any]) -> bool:
    """Posts an alert as JSON; says in the log whether it was taken. The URL may be a secret and is not logged."""
    if urlsplit(url).scheme not in ("http", "https"):
        _LOG.error("The alert is in this log only: %s is no http(s) URL", WEBHOOK)
        return False
    request = urllib.request.Request(
        url, json.dumps(alert).encode(), {"Content-Type": "application/json", "User-Agent": "tidemark-airflow"}
    )
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as answer:
            _LOG.info("The alert was posted: %s", answer.status)
            return True
    except urllib.error.HTTPError as e:
        _LOG.error("The alert is in this log only: the webhook answered %s", e.code)
    except OSError as e:
        _LOG.error("The alert is in this log only: the webhook is not reached (%s)", type(e).__name__)
    return False


def _instant(value: Any) -> str | None:
    return None if value is None else value.isoformat()
