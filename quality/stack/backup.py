"""What docs/runbook.md says of backups, done: a dump, a copy of the landing, and both of them used."""

from __future__ import annotations

import shutil

from compose import Compose
from steps import require, up

# The commands of the runbook, but for where the dump is kept.
_DUMP = "/tmp/tidemark.dump"
_WRITERS = ("flink-jobmanager", "flink-taskmanager", "airflow-scheduler", "dashboard")


def back_up_and_restore(stack: Compose) -> None:
    """Raises AssertionError unless a database made anew from the dump serves what was served before."""
    copy = stack.directory / "backup"
    _in_database(stack, "sh", "-c", f"pg_dump -U tidemark -Fc tidemark > {_DUMP}")
    shutil.copytree(stack.directory / "finnhub-data", copy)
    said = stack.run("run", "--rm", "--no-deps", "-v", f"{copy}:/backup:ro", "finnhub-consumer", "verify", "/backup")
    print(f"  copy of the landing: {said.strip().splitlines()[-1]}")
    stack.run("stop", *_WRITERS)
    before = _served(stack)
    _sql(stack, "DROP DATABASE tidemark", "CREATE DATABASE tidemark", database="postgres")
    _sql(stack, "CREATE EXTENSION IF NOT EXISTS timescaledb", "SELECT timescaledb_pre_restore()")
    _in_database(stack, "sh", "-c", f"pg_restore -U tidemark -d tidemark --no-owner < {_DUMP}")
    _sql(stack, "SELECT timescaledb_post_restore()")
    restored = _served(stack)
    print(f"  bars by layer, runs, stories: {before} before, {restored} restored", flush=True)
    require(restored == before, "the restored database serves something else")
    up(stack)


def _served(stack: Compose) -> list[list[str]]:
    bars = stack.query("SELECT layer, count(*), sum(trades) FROM serving.bars_1m GROUP BY layer ORDER BY layer")
    others = "SELECT (SELECT count(*) FROM batch.runs), (SELECT count(*) FROM serving.news)"
    return [*bars, *stack.query(others)]


def _sql(stack: Compose, *statements: str, database: str = "tidemark") -> None:
    commands = [part for statement in statements for part in ("-c", statement)]
    _in_database(stack, "psql", "-v", "ON_ERROR_STOP=1", "-U", "tidemark", "-d", database, *commands)


def _in_database(stack: Compose, *command: str) -> None:
    stack.run("exec", "-T", "timescaledb", *command)
