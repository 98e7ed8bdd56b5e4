#!/bin/bash
# Starts one of Flink's processes in the foreground: jobmanager, standalone-job, taskmanager, history-server; any other
# command is run as it is. Before, conf/config.yaml gets, each over the one before:
#
#   JOB_MANAGER_RPC_ADDRESS (this container's name), TASK_MANAGER_NUMBER_OF_TASK_SLOTS,
#   FLINK_PROPERTIES, lines of `key: value` in which $VARIABLES are replaced
#
# ENABLE_BUILT_IN_PLUGINS names jars of opt/, separated by semicolons, to use as plug-ins. DISABLE_JEMALLOC=true keeps
# the C library's memory allocator, with which Flink's processes were seen to grow.
set -euo pipefail

if [ "${DISABLE_JEMALLOC:-false}" != true ]; then
  library="/usr/lib/$(uname -m)-linux-gnu/libjemalloc.so.2"
  [ ! -f "$library" ] || export LD_PRELOAD="${LD_PRELOAD:+$LD_PRELOAD:}$library"
fi

IFS=';' read -r -a plugins <<<"${ENABLE_BUILT_IN_PLUGINS:-}"
for plugin in "${plugins[@]}"; do
  if [ ! -e "$FLINK_HOME/opt/$plugin" ]; then
    echo "ENABLE_BUILT_IN_PLUGINS: there is no $FLINK_HOME/opt/$plugin" >&2
    exit 1
  fi
  mkdir -p "$FLINK_HOME/plugins/${plugin%.jar}"
  ln -sf "$FLINK_HOME/opt/$plugin" "$FLINK_HOME/plugins/${plugin%.jar}/"
done

declare -A options=(
  [jobmanager.rpc.address]="${JOB_MANAGER_RPC_ADDRESS:-$(hostname -f)}"
  [blob.server.port]=6124
  [query.server.port]=6125
)
[ -z "${TASK_MANAGER_NUMBER_OF_TASK_SLOTS:-}" ] ||
  options[taskmanager.numberOfTaskSlots]=$TASK_MANAGER_NUMBER_OF_TASK_SLOTS

trimmed() { sed 's/^[[:space:]]*//; s/[[:space:]]*$//' <<<"$1"; }

while IFS= read -r line; do
  line=$(trimmed "$line")
  [ -n "$line" ] || continue
  options[$(trimmed "${line%%:*}")]=$(trimmed "$(envsubst <<<"${line#*:}")")
done <<<"${FLINK_PROPERTIES:-}"

configure() {
  local arguments=() key
  for key in "${!options[@]}"; do arguments+=("-D$key=${options[$key]}"); done
  "$FLINK_HOME/bin/config-parser-utils.sh" "$FLINK_HOME/conf" "$FLINK_HOME/bin" "$FLINK_HOME/lib" "${arguments[@]}"
}

command=${1:-help}
case "$command" in
  help)
    echo "Usage: $(basename "$0") (jobmanager|standalone-job|taskmanager|history-server) [arguments], or another command"
    ;;
  jobmanager | standalone-job | taskmanager | history-server)
    configure
    exec "$FLINK_HOME/bin/${command/history-server/historyserver}.sh" start-foreground "${@:2}"
    ;;
  *)
    configure
    exec "$@"
    ;;
esac
