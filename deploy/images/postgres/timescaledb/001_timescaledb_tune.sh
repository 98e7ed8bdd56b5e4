#!/bin/bash
# Sizes memory and workers for the container, which the official image leaves to the program timescaledb-tune, by the
# same variables: TS_TUNE_MEMORY (for example 2GB), TS_TUNE_NUM_CPUS, TS_TUNE_MAX_CONNS, TS_TUNE_MAX_BG_WORKERS;
# NO_TS_TUNE leaves PostgreSQL's own. The proportions are those that PostgreSQL's manual gives as starting points.
set -euo pipefail
[ -z "${NO_TS_TUNE:-}" ] || exit 0

megabytes() {
  local number=${1%%[!0-9]*}
  case "${1^^}" in
    *GB | *G) echo $((number * 1024)) ;;
    *MB | *M) echo "$number" ;;
    *KB | *K) echo $((number / 1024)) ;;
    *) echo $((number / 1024 / 1024)) ;;
  esac
}

machine=$(($(sed -n 's/^MemTotal: *\([0-9]*\) kB$/\1/p' /proc/meminfo) / 1024))
memory=$machine
for limit in /sys/fs/cgroup/memory.max /sys/fs/cgroup/memory/memory.limit_in_bytes; do
  if [ -r "$limit" ] && [[ "$(<"$limit")" =~ ^[0-9]+$ ]] && [ $(($(<"$limit") / 1024 / 1024)) -lt "$memory" ]; then
    memory=$(($(<"$limit") / 1024 / 1024))
  fi
done
[ -z "${TS_TUNE_MEMORY:-}" ] || memory=$(megabytes "$TS_TUNE_MEMORY")
cpus=${TS_TUNE_NUM_CPUS:-$(nproc)}
connections=${TS_TUNE_MAX_CONNS:-100}
background=${TS_TUNE_MAX_BG_WORKERS:-16}
at_most() { if [ "$1" -lt "$2" ]; then echo "$1"; else echo "$2"; fi; }

cat >>"$PGDATA/postgresql.conf" <<END

# For $memory MB and $cpus CPUs
shared_buffers = $((memory / 4))MB
effective_cache_size = $((memory * 3 / 4))MB
maintenance_work_mem = $(at_most $((memory / 16 + 1)) 2047)MB
work_mem = $((memory / 4 / connections + 4))MB
max_connections = $connections
timescaledb.max_background_workers = $background
max_worker_processes = $((background + cpus + 3))
max_parallel_workers = $cpus
max_parallel_workers_per_gather = $(((cpus + 1) / 2))
max_locks_per_transaction = $(at_most $((memory / 32 + 64)) 1024)
min_wal_size = 512MB
max_wal_size = 1GB
checkpoint_completion_target = 0.9
random_page_cost = 1.1
effective_io_concurrency = 256
END
