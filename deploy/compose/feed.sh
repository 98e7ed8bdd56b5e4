#!/bin/bash
# Says where trades and news come from: `feed.sh simulator` in the profile demo, `feed.sh` after it in any case. Simulated and
# real trades are never mixed: what an installation has begun with, it stays with.
set -euo pipefail
umask 077

readonly RUN=/run/tidemark TOKEN=/given/finnhub_token
readonly INGEST=10001 NEWS=10003 SIMULATOR=10006

say() { echo "feed: $*"; }

# begin KIND: this installation's data are of that kind.
begin() {
  if [[ -s $RUN/kind && $(cat "$RUN/kind") != "$1" ]]; then
    say "this installation holds $(cat "$RUN/kind") trades, and $1 ones would be mixed with them." \
      "Begin anew with 'docker compose down -v', or give the other one a name: docker compose -p NAME, with its own folders (.env)."
    echo refused >"$RUN/feed"
    exit 1
  fi
  echo "$1" >"$RUN/kind"
}

# configure WEBSOCKET REST TOKEN SOURCES: settings files of both ingests.
configure() {
  printf 'finnhub.url=%s\nfinnhub.token=%s\n' "$1" "$3" |
    install -m 0400 -o "$INGEST" -g 0 /dev/stdin "$RUN/finnhub-ingest/feed.properties"
  printf 'finnhub.url=%s\nfinnhub.token=%s\nsources=%s\n%s' "$2" "$3" "$4" "${5:-}" |
    install -m 0400 -o "$NEWS" -g 0 /dev/stdin "$RUN/news-ingest/feed.properties"
}

if [[ ${1:-} == simulator ]]; then
  # A past to begin with, once: at the next start it would be another one of the same hours.
  history=${DEMO_HISTORY:-120m}
  [[ ! -s $RUN/kind ]] || history=0s
  begin simulated
  install -d -m 0500 -o "$SIMULATOR" -g 0 "$RUN/finnhub-simulator"
  echo "--history=$history" |
    install -m 0400 -o "$SIMULATOR" -g 0 /dev/stdin "$RUN/finnhub-simulator/options"
  # Often, for there is something to see; still within the feed's 60 calls a minute.
  configure ws://finnhub-simulator:8090 http://finnhub-simulator:8090/api/v1 simulator finnhub-news,finnhub-company-news \
    $'finnhub.news-interval=15s\nfinnhub.company-interval=30s\n'
  echo simulator >"$RUN/feed"
  say "trades and news are simulated"
elif [[ -s $RUN/feed && $(cat "$RUN/feed") == refused ]]; then
  # Compose goes on without a step that need not be there; this one must be.
  say "demo-feed says why not"
  exit 1
elif [[ -s $RUN/feed ]]; then
  say "it is the $(cat "$RUN/feed")"
elif [[ -s $TOKEN ]]; then
  begin real
  configure "${FINNHUB_URL:-wss://ws.finnhub.io}" "${FINNHUB_REST_URL:-https://finnhub.io/api/v1}" \
    "$(tr -d '\r\n' <"$TOKEN")" "${NEWS_SOURCES:-finnhub-news,finnhub-company-news,rss,gdelt}"
  echo finnhub >"$RUN/feed"
  say "trades and news come from Finnhub"
else
  say "there is no Finnhub key. Put it into the file secrets/finnhub_token, or look at a simulated market:" \
    "docker compose --profile demo up"
  exit 1
fi
