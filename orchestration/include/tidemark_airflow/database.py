"""Connections to Tidemark's database for the few questions that a DAG asks."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import psycopg

from tidemark_airflow.settings import SettingsError, required, secret

_CONNECT_SECONDS = 10


@dataclass(frozen=True)
class Address:
    """Where the database is."""

    host: str
    port: int
    name: str

    @classmethod
    def of(cls, jdbc_url: str) -> Address:
        """Understands ``jdbc:postgresql://HOST[:PORT]/NAME``, which the Java programs are given, too."""
        parts = urlsplit(jdbc_url.removeprefix("jdbc:"))
        if not jdbc_url.startswith("jdbc:postgresql://") or not parts.hostname or len(parts.path) < 2:
            raise SettingsError("DATABASE_URL must be jdbc:postgresql://HOST:PORT/NAME")
        return cls(parts.hostname, parts.port or 5432, parts.path[1:])


def as_reader(environment: Mapping[str, str] | None = None) -> psycopg.Connection:
    """Connects as the dashboard does: sees the schema ``serving`` and changes nothing."""
    env = os.environ if environment is None else environment
    user = env.get("TIDEMARK_READER_USER") or "dashboard_reader"
    connection = _connect(env, user, "TIDEMARK_READER_PASSWORD")
    connection.read_only = True
    return connection


def as_owner(environment: Mapping[str, str] | None = None) -> psycopg.Connection:
    """Connects as the owner, for maintenance only."""
    env = os.environ if environment is None else environment
    return _connect(env, required("TIDEMARK_OWNER_USER", env), "TIDEMARK_OWNER_PASSWORD")


def _connect(env: Mapping[str, str], user: str, password_name: str) -> psycopg.Connection:
    address = Address.of(required("DATABASE_URL", env))
    password = secret(password_name, env)
    if password:
        _mask(password)
    return psycopg.connect(
        host=address.host,
        port=address.port,
        dbname=address.name,
        user=user,
        password=password,
        connect_timeout=_CONNECT_SECONDS,
        application_name="airflow",
    )


def _mask(text: str) -> None:
    """Tells Airflow's logs to show asterisks instead."""
    from airflow.sdk.log import mask_secret

    mask_secret(text)
