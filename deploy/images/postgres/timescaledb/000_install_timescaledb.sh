#!/bin/bash
# The extension in every database that is there and in the template of those to come; telemetry as asked for.
set -euo pipefail
if [ -n "${TIMESCALEDB_TELEMETRY:-}" ]; then
  echo "timescaledb.telemetry_level = '$TIMESCALEDB_TELEMETRY'" >>"$PGDATA/postgresql.conf"
fi
for database in $(printf '%s\n' template1 postgres "$POSTGRES_DB" | sort -u); do
  psql -v ON_ERROR_STOP=1 --no-psqlrc -U "$POSTGRES_USER" -d "$database" \
    -c 'SET client_min_messages = warning' -c 'CREATE EXTENSION IF NOT EXISTS timescaledb'
done
