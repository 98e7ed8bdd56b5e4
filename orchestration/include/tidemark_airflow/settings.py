"""Settings of the DAGs, from the environment; secrets also from files."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

_HOME = Path(__file__).resolve().parents[3]
_DURATION = re.compile(r"(\d+)(ms|s|m|h|d)")
_UNITS = {"ms": "milliseconds", "s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


class SettingsError(ValueError):
    """A setting is missing or malformed; the message names its variable and never repeats a secret."""


@dataclass(frozen=True)
class Settings:
    """Everything a DAG can be told, checked once.

    ``news_keep`` and ``bars_keep_days`` are None unless configured: then nothing is ever deleted.
    """

    landing: Path
    results: Path
    summaries: Path
    batch_jar: Path
    serving_jar: Path
    conditions: str
    schedule: str
    lookback_days: int
    out_of_orderness: timedelta
    gate_poll: timedelta
    gate_timeout: timedelta
    retries: int
    retry_delay: timedelta
    driver_memory: str
    compact_after: str
    news_keep: str | None
    bars_keep_days: int | None
    spark_ui_url: str
    dashboard_url: str

    @classmethod
    def read(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Reads the settings; raises SettingsError for what is malformed."""
        env = os.environ if environment is None else environment
        home = Path(env.get("TIDEMARK_HOME") or _HOME)
        keep_days = env.get("TIDEMARK_BARS_KEEP_DAYS")
        return cls(
            landing=Path(env.get("LANDING_DIRECTORY") or home / "finnhub-data"),
            results=Path(env.get("RESULTS_DIRECTORY") or home / "analytics_results"),
            summaries=Path(env.get("TIDEMARK_SUMMARY_DIRECTORY") or Path(tempfile.gettempdir()) / "tidemark-airflow"),
            batch_jar=Path(env.get("SPARK_BATCH_JAR") or home / "spark-batch/target/spark-batch.jar"),
            serving_jar=Path(env.get("SERVING_JAR") or home / "serving/target/serving.jar"),
            conditions=env.get("TIDEMARK_CONDITIONS") or "consolidated-tape",
            schedule=env.get("TIDEMARK_BATCH_SCHEDULE") or "*/15 * * * *",
            lookback_days=_whole(env, "TIDEMARK_BATCH_LOOKBACK_DAYS", 7),
            out_of_orderness=_duration(env, "TIDEMARK_OUT_OF_ORDERNESS", "5s"),
            gate_poll=_duration(env, "TIDEMARK_GATE_POLL", "30s"),
            gate_timeout=_duration(env, "TIDEMARK_GATE_TIMEOUT", "30m"),
            retries=_whole(env, "TIDEMARK_RETRIES", 3),
            retry_delay=_duration(env, "TIDEMARK_RETRY_DELAY", "30s"),
            driver_memory=env.get("TIDEMARK_DRIVER_MEMORY") or "1g",
            compact_after=env.get("TIDEMARK_COMPACT_AFTER") or "1d",
            news_keep=env.get("NEWS_KEEP") or None,
            bars_keep_days=_whole(env, "TIDEMARK_BARS_KEEP_DAYS", 0) if keep_days else None,
            spark_ui_url=env.get("SPARK_UI_URL") or "http://localhost:4040",
            dashboard_url=env.get("DASHBOARD_URL") or "http://localhost:8080",
        )


def secret(name: str, environment: Mapping[str, str] | None = None) -> str | None:
    """The secret of variable ``name``, or the first line of the file that ``name``_FILE names; None without either."""
    env = os.environ if environment is None else environment
    value, file = env.get(name), env.get(name + "_FILE")
    if value and file:
        raise SettingsError(f"{name} and {name}_FILE are both set: leave one out")
    if not file:
        return value or None
    try:
        text = Path(file).read_text(encoding="utf-8")
    except OSError as e:
        raise SettingsError(f"{name}_FILE cannot be read: {e.strerror}") from e
    return text.rstrip("\r\n") or None


def required(name: str, environment: Mapping[str, str] | None = None) -> str:
    """The variable's value; raises SettingsError without one."""
    env = os.environ if environment is None else environment
    value = env.get(name)
    if not value:
        raise SettingsError(f"{name} is missing in the environment of Airflow's workers")
    return value


def _whole(env: Mapping[str, str], name: str, default: int) -> int:
    text = env.get(name) or str(default)
    if not text.isascii() or not text.isdigit():
        raise SettingsError(f"{name} must be a whole number, not {text!r}")
    return int(text)


def _duration(env: Mapping[str, str], name: str, default: str) -> timedelta:
    text = env.get(name) or default
    match = _DURATION.fullmatch(text)
    if match is None:
        raise SettingsError(f"{name} must be a duration such as 90s, 15m or 2h, not {text!r}")
    return timedelta(**{_UNITS[match[2]]: int(match[1])})
