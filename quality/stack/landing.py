"""What has landed, as the manifests account for it, and what Kafka holds."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from compose import Compose


def verify(stack: Compose) -> str:
    """What the consumer's own check says of all that has landed; raises RuntimeError when it finds a problem."""
    command = ("java", "-jar", "/opt/tidemark/finnhub-consumer.jar", "verify", "/data/finnhub-data")
    return stack.run("exec", "-T", "finnhub-consumer", *command)


def in_kafka(stack: Compose) -> int:
    """Trades that Kafka has been given."""
    tool = ("/opt/kafka/bin/kafka-get-offsets.sh", "--bootstrap-server", "kafka:9092", "--topic", "market.trades.v1")
    return sum(int(line.rsplit(":", 1)[1]) for line in stack.run("exec", "-T", "kafka", *tool).splitlines())


def landed(stack: Compose) -> int:
    """Records that the landing's manifests account for."""
    manifests = (stack.directory / "finnhub-data" / "trades" / "_manifests").glob("*/*.json")
    return sum(found["end"] - found["start"] for found in (json.loads(file.read_bytes()) for file in manifests))


def recorded_rows(recording: Path) -> int:
    """Rows of a recording, without its header."""
    with gzip.open(recording, "rb") as lines:
        return sum(1 for _ in lines) - 1
