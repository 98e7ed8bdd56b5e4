"""The gate opens when what belongs to the interval has landed, or nothing more is coming."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tidemark_airflow.gate import ProgressError, landed

UNTIL = datetime(2013, 10, 7, 14, 0, 5, tzinfo=UTC)
BEFORE = int(UNTIL.timestamp() * 1000) - 1
AT = BEFORE + 1


def progress(landing: Path, partition: int, **figures: int) -> None:
    """Says of a partition what the consumer would; by default it has landed an event of the very instant."""
    file = landing / "trades" / "_progress" / f"trades-{partition}.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    said = {"version": 1, "topic": "t", "topicId": "i", "partition": partition, "position": 10, "endOffset": 10}
    file.write_text(json.dumps({**said, "maxEventTime": AT, "updatedAt": AT, **figures}), encoding="utf-8")


def test_an_empty_landing_directory_is_waited_for(tmp_path: Path) -> None:
    assert not landed(tmp_path, UNTIL).complete


def test_an_event_of_the_end_opens_the_gate_whatever_waits(tmp_path: Path) -> None:
    progress(tmp_path, 0, endOffset=99, updatedAt=0)
    assert landed(tmp_path, UNTIL).complete


def test_records_that_wait_in_kafka_keep_it_shut(tmp_path: Path) -> None:
    progress(tmp_path, 0, maxEventTime=BEFORE, endOffset=12)
    assert landed(tmp_path, UNTIL).reasons == ("partition 0: 2 records wait in Kafka",)


def test_a_look_after_the_end_that_found_nothing_more_opens_it(tmp_path: Path) -> None:
    progress(tmp_path, 0, maxEventTime=0)
    assert landed(tmp_path, UNTIL).complete


def test_a_consumer_that_has_not_looked_since_keeps_it_shut(tmp_path: Path) -> None:
    progress(tmp_path, 0, maxEventTime=BEFORE, updatedAt=BEFORE)
    assert landed(tmp_path, UNTIL).reasons == ("partition 0: last looked at 2013-10-07T14:00:04+00:00",)


def test_one_partition_that_lags_is_enough(tmp_path: Path) -> None:
    progress(tmp_path, 0)
    progress(tmp_path, 1, maxEventTime=BEFORE, endOffset=11)
    progress(tmp_path, 2)
    assert len(landed(tmp_path, UNTIL).reasons) == 1


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"version": 1, "partition": "x"}'])
def test_a_file_that_is_not_understood_is_an_error_and_no_reason_to_wait(tmp_path: Path, text: str) -> None:
    progress(tmp_path, 0)
    (tmp_path / "trades/_progress/trades-0.json").write_text(text, encoding="utf-8")
    with pytest.raises(ProgressError, match=r"trades-0\.json"):
        landed(tmp_path, UNTIL)


def test_a_file_of_another_version_is_an_error(tmp_path: Path) -> None:
    progress(tmp_path, 0, version=2)
    with pytest.raises(ProgressError, match="version 2"):
        landed(tmp_path, UNTIL)
