#!/bin/bash
# Makes what the stack needs before anything starts, in a container, as root: passwords and keys, a folder of them for each
# service that only its user can read, and the owners of the host's folders. Runs before every start and changes nothing that is
# there already. A file in the folder secrets/ of the checkout counts instead of a generated secret.
set -euo pipefail
umask 077

readonly RUN=/run/tidemark GIVEN=/given STORE=/run/tidemark/store
readonly DATA=/data

# Users of the images: deploy/docker/*/Dockerfile, and the official ones.
# (TimescaleDB's is Alpine's postgres, PostgreSQL's Debian's.)
readonly INGEST=10001 CONSUMER=10002 NEWS=10003 SERVING=10004 DASHBOARD=10005 FLINK=9999 BATCH=50000 GRAFANA=472 TIMESCALEDB=70 POSTGRES=999

say() { echo "prepare: $*"; }

# Text of $1 random bytes, without anything that a URL or a shell would take for its own.
random_text() { head -c "$1" /dev/urandom | base64 -w 0 | tr '+/' '-_' | tr -d '='; }

# secret NAME COMMAND...: the given file, or what is there already, or what the command prints.
secret() {
  local name=$1 given=$GIVEN/$1 file=$STORE/$1
  shift
  if [[ -s $given ]]; then
    tr -d '\r\n' <"$given" >"$file.new"
    mv "$file.new" "$file"
  elif [[ ! -s $file ]]; then
    "$@" >"$file.new"
    mv "$file.new" "$file"
  fi
}

# hand_out FOLDER USER SECRET[=AS]...: copies for one service.
hand_out() {
  local folder=$RUN/$1 user=$2 item name
  shift 2
  install -d -m 0500 -o "$user" -g 0 "$folder"
  for item in "$@"; do
    name=${item%%=*}
    install -m 0400 -o "$user" -g 0 "$STORE/$name" "$folder/${item##*=}"
  done
}

# The installation is what its volumes are; folders of the host may hold another one's data.
own_installation() {
  local name=$1 user=$2 folder=$DATA/$1 id aside found
  id=$(cat "$RUN/installation")
  if [[ -f $folder/.installation ]]; then
    if [[ $(cat "$folder/.installation") == "$id" ]]; then
      return
    fi
    if [[ $fresh == false ]]; then
      say "$name belongs to another installation than this project's volumes. Mount its own, or move what is in it away."
      exit 1
    fi
  fi
  mapfile -d '' -t found < <(contents "$folder")
  if ((${#found[@]} > 0)); then
    # The volumes that belonged to it are gone (down -v), and with them Kafka's topics and the passwords.
    aside=$folder/set-aside-$(date -u +%Y%m%dT%H%M%SZ)
    install -d -m 0755 -o "$user" -g 0 "$aside"
    mv -t "$aside" -- "${found[@]}"
    say "$name held data of an earlier installation; it was moved to ${aside#"$DATA"/}"
  fi
  (umask 022 && echo "$id" >"$folder/.installation")
}

# What lies in a folder of the host, but for its README and what was set aside before, with zeros between.
contents() {
  find "$1" -mindepth 1 -maxdepth 1 ! -name README.md ! -name .gitkeep ! -name .installation \
    ! -name 'set-aside-*' ! -empty -print0
}

install -d -m 0711 "$RUN"
install -d -m 0700 "$STORE"
fresh=false
if [[ ! -s $RUN/installation ]]; then
  fresh=true
  (umask 022 && random_text 9 >"$RUN/installation")
fi

own_installation finnhub-data "$CONSUMER"
own_installation analytics_results "$BATCH"
own_installation timescaledb_data 0
install -d -m 0755 "$DATA/timescaledb_data"
chown "$CONSUMER:0" "$DATA/finnhub-data"
chown "$BATCH:0" "$DATA/analytics_results"
# Written by the batch layer, below a folder that it otherwise only reads.
install -d -m 0755 -o "$BATCH" -g 0 "$DATA/finnhub-data/trades_compacted"

for name in database_owner batch_writer speed_writer dashboard_reader airflow_database airflow_admin grafana_admin; do
  secret "${name}_password" random_text 24
done
secret airflow_api_secret_key random_text 32
secret airflow_jwt_secret random_text 64
# Fernet wants its 32 bytes with the padding.
fernet_key() { head -c 32 /dev/urandom | base64 -w 0 | tr '+/' '-_'; }
secret airflow_fernet_key fernet_key
printf 'postgresql+psycopg2://airflow:%s@airflow-database/airflow' "$(cat "$STORE/airflow_database_password")" \
  >"$STORE/airflow_database_url"
printf '{"admin": "%s"}' "$(cat "$STORE/airflow_admin_password")" >"$STORE/airflow_passwords.json"

hand_out database "$TIMESCALEDB" database_owner_password
hand_out airflow-database "$POSTGRES" airflow_database_password
hand_out serving "$SERVING" database_owner_password batch_writer_password speed_writer_password dashboard_reader_password
hand_out flink "$FLINK" speed_writer_password
# Users who sign in, one a line, and the dashboard's secret at a provider: there are none unless they are given, and they are gone
# once they are no longer.
for name in dashboard_users dashboard_oidc_secret; do
  : >"$STORE/$name"
  if [[ -s $GIVEN/$name ]]; then
    cat "$GIVEN/$name" >"$STORE/$name"
  fi
done
hand_out dashboard "$DASHBOARD" dashboard_reader_password dashboard_users dashboard_oidc_secret
hand_out grafana "$GRAFANA" grafana_admin_password
hand_out airflow "$BATCH" batch_writer_password dashboard_reader_password database_owner_password \
  airflow_database_url airflow_api_secret_key airflow_jwt_secret airflow_fernet_key
# Airflow opens this one for writing.
install -m 0600 -o "$BATCH" -g 0 "$STORE/airflow_passwords.json" "/airflow-logs/simple_auth_manager_passwords.json"
chown "$BATCH:0" /airflow-logs

# Which feed it is, the next steps say.
install -d -m 0500 -o "$INGEST" -g 0 "$RUN/finnhub-ingest"
install -d -m 0500 -o "$NEWS" -g 0 "$RUN/news-ingest"
rm -f "$RUN/feed"
say "ready"
