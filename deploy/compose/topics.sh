#!/bin/bash
# Makes the topics that are missing, as finnhub-ingest and news-ingest would, so that whoever reads them need not wait.
set -euo pipefail
readonly DAY=86400000
topics() { /opt/kafka/bin/kafka-topics.sh --bootstrap-server kafka:9092 "$@"; }
# Asked once: each call is a JVM, and at most starts there is nothing to do.
existing=$(topics --list)
topic() { # NAME PARTITIONS RETENTION_MS [CONFIG]
  if grep -qxF "$1" <<<"$existing"; then return; fi
  topics --create --if-not-exists --topic "$1" \
    --partitions "$2" --replication-factor 1 --config "retention.ms=$3" ${4:+--config "$4"}
}
topic market.trades.v1 "${TRADES_PARTITIONS:-6}" $((${TRADES_RETENTION_DAYS:-7} * DAY))
topic market.news.v1 3 $((30 * DAY))
# Few records, and charts of the past need them.
topic market.feed-gaps.v1 1 -1
topic market.dead-letters.v1 1 $((30 * DAY)) max.message.bytes=6291456
