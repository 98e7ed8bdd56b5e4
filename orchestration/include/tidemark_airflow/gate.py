"""The landing gate: whether what belongs to a data interval has landed.

The landing consumer writes ``<landing>/trades/_progress/trades-<partition>.json`` for each partition that it owns, also
while nothing arrives. A partition is complete up to an instant when an event of that instant or later has landed, or
when the consumer looked at that instant or later and had landed all that Kafka held.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

_VERSION = 1


class ProgressError(ValueError):
    """A progress file cannot be understood; waiting would not help."""


@dataclass(frozen=True)
class PartitionProgress:
    """What the consumer said of a partition; times in epoch milliseconds."""

    partition: int
    position: int
    end_offset: int
    max_event_time: int
    updated_at: int

    @classmethod
    def parse(cls, text: str, source: str) -> PartitionProgress:
        """Reads the consumer's JSON; ``source`` is named in errors."""
        try:
            found = json.loads(text)
            version = found["version"]
            progress = cls(
                partition=int(found["partition"]),
                position=int(found["position"]),
                end_offset=int(found["endOffset"]),
                max_event_time=int(found["maxEventTime"]),
                updated_at=int(found["updatedAt"]),
            )
        except (KeyError, TypeError, ValueError) as e:
            raise ProgressError(f"{source} is no progress file: {type(e).__name__} {e}") from e
        if version != _VERSION:
            raise ProgressError(f"{source} is of version {version}, known is {_VERSION}")
        return progress

    def missing(self, until: datetime) -> str | None:
        """Why the partition is not complete up to ``until``; None when it is."""
        instant = int(until.timestamp() * 1000)
        if self.max_event_time >= instant:
            return None
        waiting = self.end_offset - self.position
        if waiting > 0:
            return f"partition {self.partition}: {waiting} records wait in Kafka"
        if self.updated_at < instant:
            return f"partition {self.partition}: last looked at {_text(self.updated_at)}"
        return None


@dataclass(frozen=True)
class Landed:
    """The gate's answer."""

    reasons: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether there is nothing to wait for."""
        return not self.reasons


def read_progress(landing: Path) -> list[PartitionProgress]:
    """What is said of every partition, by partition; a file that goes while one looks is as if it were not there."""
    found = []
    for file in sorted((landing / "trades" / "_progress").glob("trades-*.json")):
        try:
            text = file.read_text(encoding="utf-8")
        except FileNotFoundError:
            continue
        found.append(PartitionProgress.parse(text, file.name))
    return sorted(found, key=lambda progress: progress.partition)


def landed(landing: Path, until: datetime) -> Landed:
    """Whether every partition's data up to ``until`` have landed."""
    partitions = read_progress(landing)
    if not partitions:
        return Landed((f"nothing has landed in {landing} yet",))
    return Landed(tuple(reason for p in partitions if (reason := p.missing(until)) is not None))


def _text(epoch_ms: int) -> str:
    return datetime.fromtimestamp(epoch_ms / 1000, UTC).isoformat(timespec="seconds")
