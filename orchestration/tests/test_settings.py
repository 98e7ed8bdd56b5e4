"""Settings come from the environment, secrets also from files."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from tidemark_airflow.database import Address
from tidemark_airflow.dates import DateRange, Interval
from tidemark_airflow.settings import Settings, SettingsError, required, secret


def test_nothing_is_deleted_unless_told() -> None:
    settings = Settings.read({})
    assert settings.news_keep is None
    assert settings.bars_keep_days is None


def test_directories_default_to_those_of_the_checkout() -> None:
    settings = Settings.read({"TIDEMARK_HOME": "/opt/tidemark"})
    assert settings.landing == Path("/opt/tidemark/finnhub-data")
    assert settings.batch_jar == Path("/opt/tidemark/spark-batch/target/spark-batch.jar")


@pytest.mark.parametrize(
    ("name", "value"),
    [("TIDEMARK_GATE_TIMEOUT", "soon"), ("TIDEMARK_RETRIES", "-1"), ("TIDEMARK_BARS_KEEP_DAYS", "P30D")],
)
def test_a_malformed_setting_is_named(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name):
        Settings.read({name: value})


def test_a_duration_has_its_unit() -> None:
    assert Settings.read({"TIDEMARK_GATE_POLL": "1500ms"}).gate_poll == timedelta(seconds=1.5)


def test_a_secret_is_read_from_its_file_without_the_end_of_line(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("s3cret\n", encoding="utf-8")
    assert secret("P", {"P_FILE": str(file)}) == "s3cret"
    assert secret("P", {"P": "direct"}) == "direct"
    assert secret("P", {}) is None


def test_a_secret_given_twice_is_refused_and_not_repeated() -> None:
    with pytest.raises(SettingsError) as refused:
        secret("P", {"P": "s3cret", "P_FILE": "/run/secrets/p"})
    assert "s3cret" not in str(refused.value)


def test_an_unreadable_file_of_a_secret_is_told() -> None:
    with pytest.raises(SettingsError, match="P_FILE"):
        secret("P", {"P_FILE": "/nowhere/p"})


def test_a_missing_variable_is_named() -> None:
    with pytest.raises(SettingsError, match="DATABASE_URL"):
        required("DATABASE_URL", {})


def test_the_database_is_where_the_jdbc_url_says() -> None:
    assert Address.of("jdbc:postgresql://db:6432/tidemark") == Address("db", 6432, "tidemark")
    assert Address.of("jdbc:postgresql://db/tidemark?sslmode=require") == Address("db", 5432, "tidemark")


@pytest.mark.parametrize("url", ["postgresql://db/tidemark", "jdbc:postgresql:tidemark", "jdbc:mysql://db/x"])
def test_another_url_is_refused(url: str) -> None:
    with pytest.raises(SettingsError):
        Address.of(url)


def test_an_interval_that_ends_at_midnight_is_not_of_the_next_date() -> None:
    interval = Interval(datetime(2013, 10, 7, 23, 45, tzinfo=UTC), datetime(2013, 10, 8, tzinfo=UTC))
    assert DateRange.touched_by(interval, 0) == DateRange(date(2013, 10, 7), date(2013, 10, 7))


def test_dates_before_are_looked_at_for_late_data() -> None:
    interval = Interval(datetime(2013, 10, 8, tzinfo=UTC), datetime(2013, 10, 8, 0, 15, tzinfo=UTC))
    assert DateRange.touched_by(interval, 7) == DateRange(date(2013, 10, 1), date(2013, 10, 8))


def test_a_run_without_a_data_interval_is_about_its_instant() -> None:
    now = datetime(2013, 10, 8, 14, tzinfo=UTC)
    run = SimpleNamespace(data_interval_start=None, data_interval_end=None, run_after=now)
    assert Interval.of(run) == Interval(now, now)


def test_a_range_in_the_wrong_order_is_refused() -> None:
    with pytest.raises(ValueError, match="after"):
        DateRange.asked_for({"from": "2013-10-08", "to": "2013-10-07"})
