#!/bin/bash
# Starts PostgreSQL; at the first start makes the cluster in PGDATA before, as the official image documents it:
#
#   POSTGRES_PASSWORD (needed)  POSTGRES_USER (postgres)  POSTGRES_DB (the user's name)
#   POSTGRES_INITDB_ARGS  POSTGRES_INITDB_WALDIR  POSTGRES_HOST_AUTH_METHOD (scram-sha-256)
#
# The first five may be read from a file, by the name with _FILE behind it. Then the scripts in
# /docker-entrypoint-initdb.d run in the order of their names, over a server that only listens on its socket.
set -Eeuo pipefail

fail() {
  echo "$*" >&2
  exit 1
}

from_file() { # sets the variable $1 from the file that ${1}_FILE names, else to the default $2
  local name=$1 file="${1}_FILE"
  [ -z "${!name:-}" ] || [ -z "${!file:-}" ] || fail "both $name and $file are set"
  if [ -n "${!file:-}" ]; then
    export "$name=$(<"${!file}")"
  elif [ -z "${!name:-}" ]; then
    export "$name=$2"
  fi
  unset "$file"
}

make_cluster() {
  [ -n "$POSTGRES_PASSWORD" ] || [ "${POSTGRES_HOST_AUTH_METHOD:-}" = trust ] ||
    fail "POSTGRES_PASSWORD or POSTGRES_PASSWORD_FILE must be set for the first start"
  local options=(--username="$POSTGRES_USER")
  [ -z "$POSTGRES_INITDB_WALDIR" ] || options+=(--waldir "$POSTGRES_INITDB_WALDIR")
  # The arguments are written as for a shell. The password gets to initdb by a pipe: neither by a file nor by a command line.
  if [ -n "$POSTGRES_PASSWORD" ]; then
    eval 'initdb "${options[@]}" --pwfile=<(printf "%s\n" "$POSTGRES_PASSWORD") '"$POSTGRES_INITDB_ARGS"
  else
    eval 'initdb "${options[@]}" '"$POSTGRES_INITDB_ARGS"
  fi
  echo "host all all all ${POSTGRES_HOST_AUTH_METHOD:-scram-sha-256}" >>"$PGDATA/pg_hba.conf"
}

sql() { psql -v ON_ERROR_STOP=1 --no-psqlrc --username "$POSTGRES_USER" --no-password "$@"; }

# Known to scripts of other images by this name.
docker_process_sql() { sql --dbname "$POSTGRES_DB" "$@"; }

run_scripts() {
  local script
  for script in /docker-entrypoint-initdb.d/*; do
    echo "running $script"
    case "$script" in
      *.sh)
        if [ -x "$script" ]; then
          "$script"
        else
          # shellcheck disable=SC1090
          . "$script"
        fi
        ;;
      *.sql) docker_process_sql -f "$script" ;;
      *.sql.gz) gunzip -c "$script" | docker_process_sql ;;
      *.sql.xz) xzcat "$script" | docker_process_sql ;;
      *.sql.zst) zstd -dc "$script" | docker_process_sql ;;
      *) echo "ignoring $script" ;;
    esac
  done
}

first_start() { # with the server's own arguments
  make_cluster
  local options=""
  # Without arguments printf would quote an empty one, which the server refuses.
  if [ $# -gt 1 ]; then options=$(printf '%q ' "${@:2}"); fi
  PGUSER=$POSTGRES_USER pg_ctl -D "$PGDATA" -w start -o "$options -c listen_addresses='' -p ${PGPORT:-5432}"
  export PGPASSWORD=$POSTGRES_PASSWORD
  if [ "$POSTGRES_DB" != postgres ]; then
    sql --dbname postgres --set name="$POSTGRES_DB" <<<'CREATE DATABASE :"name"'
  fi
  run_scripts
  PGUSER=$POSTGRES_USER pg_ctl -D "$PGDATA" -m fast -w stop
  unset PGPASSWORD
  echo "PostgreSQL init process complete; ready for start up."
}

if [ "${1:0:1}" = - ]; then set -- postgres "$@"; fi
if [ "$1" != postgres ] || [[ " $* " =~ \ (--help|-\?|--version|-V|--describe-config)\  ]]; then exec "$@"; fi

if [ "$(id -u)" = 0 ]; then
  mkdir -p "$PGDATA" /var/run/postgresql
  chmod 00700 "$PGDATA" 2>/dev/null || true
  chmod 03775 /var/run/postgresql 2>/dev/null || true
  # Only what is not postgres's already: a large cluster is not gone through at every start.
  find "$PGDATA" /var/run/postgresql \! -user postgres -exec chown postgres {} +
  exec setpriv --reuid postgres --regid postgres --init-groups "${BASH_SOURCE[0]}" "$@"
fi

mkdir -p "$PGDATA"
chmod 00700 "$PGDATA" 2>/dev/null || true
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  from_file POSTGRES_PASSWORD ''
  from_file POSTGRES_USER postgres
  from_file POSTGRES_DB "$POSTGRES_USER"
  from_file POSTGRES_INITDB_ARGS ''
  from_file POSTGRES_INITDB_WALDIR ''
  first_start "$@"
else
  echo "PostgreSQL Database directory appears to contain a database; Skipping initialization"
fi
exec "$@"
