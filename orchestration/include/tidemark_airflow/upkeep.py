"""Daily upkeep of the database: deletes what its owner said need not be kept, and nothing else."""

from __future__ import annotations

import logging
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import psycopg

from tidemark_airflow.settings import Settings, required, secret

_LOG = logging.getLogger(__name__)
_HYPERTABLE = "batch.bars"
# Without the library's setting there is no TimescaleDB; asking for its catalogue would be an error.
_LICENSE = "SELECT current_setting('timescaledb.license', true)"
_JOB = """
    SELECT count(*) FROM timescaledb_information.jobs
    WHERE proc_name = 'policy_retention' AND hypertable_schema = 'batch' AND hypertable_name = 'bars'"""
_HOME = """
    SELECT quote_ident(n.nspname) FROM pg_catalog.pg_extension e
    JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'timescaledb'"""


def drop_old_bars(connection: psycopg.Connection, keep_days: int) -> str:
    """Drops the chunks of bars that are older; returns what it did, in words.

    A server with TimescaleDB's own retention job on the table is left to it.
    """
    license_row = connection.execute(_LICENSE).fetchone()
    home = connection.execute(_HOME).fetchone()
    if license_row is None or not license_row[0] or home is None:
        return "no TimescaleDB here: bars are a plain table, and all stay"
    jobs = connection.execute(_JOB).fetchone()
    if jobs is not None and jobs[0] > 0:
        return "TimescaleDB's own retention job looks after the bars"
    dropped = connection.execute(
        f"SELECT {home[0]}.drop_chunks(%s::regclass, older_than => make_interval(days => %s))", (_HYPERTABLE, keep_days)
    ).fetchall()
    return f"{len(dropped)} chunks of bars older than {keep_days} days dropped"


def forget_news(settings: Settings, keep: str, environment: Mapping[str, str] | None = None) -> None:
    """Runs ``serving.jar forget-news`` as the database's owner, whose password goes by the environment.

    :raises RuntimeError: when it fails; what it said is in the log
    """
    env = dict(os.environ if environment is None else environment)
    owner = required("TIDEMARK_OWNER_USER", env)
    password = secret("TIDEMARK_OWNER_PASSWORD", env)
    for name in ("DATABASE_PASSWORD", "DATABASE_PASSWORD_FILE"):
        env.pop(name, None)
    env["DATABASE_USER"] = owner
    if password:
        env["DATABASE_PASSWORD"] = password
    command = [java(env), "-Xmx64m", "-jar", str(settings.serving_jar), "forget-news", f"--news.keep={keep}"]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    for line in (done.stdout + done.stderr).splitlines():
        _LOG.info("%s", line)
    if done.returncode != 0:
        raise RuntimeError(f"forget-news ended with exit code {done.returncode}")


def java(environment: Mapping[str, str]) -> str:
    """The Java to run a jar with: that of JAVA_HOME, or else the one on PATH."""
    home = environment.get("JAVA_HOME")
    return str(Path(home) / "bin" / "java") if home else "java"
