#!/bin/sh
# Runs a class of Kafka's with the variables that Kafka's own scripts honour.
set -eu
if [ $# -eq 0 ]; then
  echo "usage: $0 [-loggc] class [argument...]" >&2
  exit 1
fi
class=$1
shift
case "$class" in
  kafka.Kafka)
    heap=-Xmx1G\ -Xms1G
    logging=/opt/kafka/config/log4j2.yaml
    ;;
  *)
    heap=-Xmx512M
    logging=/opt/kafka/config/tools-log4j2.yaml
    ;;
esac
jmx="${KAFKA_JMX_OPTS:-}"
if [ -n "${JMX_PORT:-}" ]; then
  jmx="${jmx:--Dcom.sun.management.jmxremote=true -Dcom.sun.management.jmxremote.authenticate=false -Dcom.sun.management.jmxremote.ssl=false}"
  jmx="$jmx -Dcom.sun.management.jmxremote.port=$JMX_PORT -Dcom.sun.management.jmxremote.rmi.port=$JMX_PORT"
  [ -z "${KAFKA_JMX_HOSTNAME:-}" ] || jmx="$jmx -Djava.rmi.server.hostname=$KAFKA_JMX_HOSTNAME"
fi
performance="${KAFKA_JVM_PERFORMANCE_OPTS:--server -XX:+UseG1GC -XX:MaxGCPauseMillis=20 -XX:InitiatingHeapOccupancyPercent=35 -XX:+ExplicitGCInvokesConcurrent -Djava.awt.headless=true}"
# The variables hold several options each, so they are split on purpose.
# shellcheck disable=SC2086
exec "${JAVA_HOME:-/opt/java/openjdk}/bin/java" ${KAFKA_HEAP_OPTS:-$heap} $performance ${KAFKA_GC_LOG_OPTS:-} $jmx \
  -Dkafka.logs.dir="${LOG_DIR:-/opt/kafka/logs}" ${KAFKA_LOG4J_OPTS:--Dlog4j2.configurationFile=$logging} \
  -cp "/opt/kafka/libs/*${CLASSPATH:+:$CLASSPATH}" ${KAFKA_OPTS:-} "$class" "$@"
