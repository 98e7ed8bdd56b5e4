#!/bin/bash
# Runs `airflow` with the arguments; bash, sh and python and what they are to run as they are. Before:
#
#   CONNECTION_CHECK_MAX_COUNT (20; 0 for none), CONNECTION_CHECK_SLEEP_TIME (3 s): waits for the database
#   _AIRFLOW_DB_MIGRATE: makes or upgrades the tables
#   _PIP_ADDITIONAL_REQUIREMENTS: installs these, for trying something out
set -euo pipefail
umask 0002

# Any user id may be given; programs expect it to have a name.
if ! id -un >/dev/null 2>&1 && [ -w /etc/passwd ]; then
  echo "default:x:$(id -u):0:user:$AIRFLOW_USER_HOME_DIR:/sbin/nologin" >>/etc/passwd
fi
export HOME="$AIRFLOW_USER_HOME_DIR"

case "${1:-}" in
  bash | sh | python | python3) exec "$@" ;;
  airflow) shift ;;
esac

if [ "${1:-}" != version ]; then
  for ((attempt = 1; attempt <= ${CONNECTION_CHECK_MAX_COUNT:-20}; attempt++)); do
    if airflow db check >/dev/null 2>&1; then break; fi
    if [ "$attempt" -ge "${CONNECTION_CHECK_MAX_COUNT:-20}" ]; then
      airflow db check
      exit 1
    fi
    sleep "${CONNECTION_CHECK_SLEEP_TIME:-3}"
  done
fi
[ -z "${_AIRFLOW_DB_MIGRATE:-}" ] || airflow db migrate
if [ -n "${_PIP_ADDITIONAL_REQUIREMENTS:-}" ]; then
  # Several requirements, separated by spaces.
  # shellcheck disable=SC2086
  pip install --no-cache-dir $_PIP_ADDITIONAL_REQUIREMENTS
fi
exec airflow "$@"
