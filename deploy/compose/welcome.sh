#!/bin/bash
# Says where to look.
set -euo pipefail
cat <<TEXT

  Tidemark runs.

  Dashboard   http://127.0.0.1:$DASHBOARD_PORT/    live at once; settled with the first batch run
  Airflow     http://127.0.0.1:$AIRFLOW_PORT/    user admin, password:
              docker compose exec airflow-apiserver cat /opt/airflow/logs/simple_auth_manager_passwords.json
  Flink       http://127.0.0.1:$FLINK_PORT/
  Spark       http://127.0.0.1:$SPARK_PORT/
  Files       finnhub-data/ (landed), analytics_results/ (results)

  docker compose down keeps all data; docs/runbook.md tells the rest.

TEXT
