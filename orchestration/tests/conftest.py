"""Airflow for the tests: a home of its own, made before anything imports Airflow, and gone afterwards."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ORCHESTRATION = ROOT / "orchestration"
HOME = Path(tempfile.mkdtemp(prefix="tidemark-dags-"))
atexit.register(shutil.rmtree, HOME, True)

# Settings of the DAGs are read when they are imported; what the stage makes up is added when it has started.
os.environ.update(
    AIRFLOW_HOME=str(HOME / "airflow"),
    AIRFLOW__CORE__DAGS_FOLDER=str(ORCHESTRATION / "dags"),
    AIRFLOW__CORE__LOAD_EXAMPLES="False",
    AIRFLOW__API_AUTH__JWT_SECRET="only-for-these-tests-and-long-enough-for-the-algorithm-that-signs-with-it",
    AIRFLOW_CONN_SPARK_DEFAULT=json.dumps({"conn_type": "spark", "host": "local[2]"}),
    PYTHONPATH=str(ORCHESTRATION / "include"),
    PATH=os.environ["SPARK_HOME"] + "/bin:" + os.environ["PATH"],
    # Spark would listen on the machine's own address.
    SPARK_LOCAL_IP="127.0.0.1",
    SPARK_SUBMIT_OPTS="-XX:TieredStopAtLevel=1",
    LANDING_DIRECTORY=str(HOME / "stage/finnhub-data"),
    RESULTS_DIRECTORY=str(HOME / "stage/analytics_results"),
    TIDEMARK_SUMMARY_DIRECTORY=str(HOME / "summaries"),
    TIDEMARK_CONDITIONS="none",
    TIDEMARK_BATCH_LOOKBACK_DAYS="0",
    TIDEMARK_GATE_POLL="1s",
    TIDEMARK_GATE_TIMEOUT="1m",
    TIDEMARK_RETRIES="2",
    TIDEMARK_RETRY_DELAY="1s",
    NEWS_KEEP="P30D",
    TIDEMARK_BARS_KEEP_DAYS="30",
)
for name in [name for name in os.environ if name.startswith(("DATABASE_", "TIDEMARK_READER_", "TIDEMARK_ALERT_"))]:
    del os.environ[name]
sys.path.insert(0, str(ORCHESTRATION / "include"))
sys.path.insert(0, str(ORCHESTRATION / "dags"))


@pytest.fixture(scope="session")
def airflow_database() -> None:
    """Airflow's own database, empty."""
    subprocess.run([sys.executable, "-m", "airflow", "db", "migrate"], check=True, capture_output=True)


@pytest.fixture(scope="session")
def stage(airflow_database: None) -> Iterator[dict]:
    """Tidemark's database and two landed days; ends with the tests."""
    java = Path(os.environ["JAVA_HOME"]) / "bin" / "java"
    module = ROOT / "quality" / "orchestration" / "target"
    command = [str(java), "-Xmx256m", "-cp", f"{module}/classes:{module}/lib/*"]
    command += ["io.tidemark.quality.orchestration.Stage", f"--directory={HOME / 'stage'}"]
    command += ["--date=2013-10-07", "--date=2013-10-08"]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin is not None
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line, f"the stage ended with exit code {process.wait()}"
    address = json.loads(line)
    os.environ.update(
        DATABASE_URL=address["url"],
        DATABASE_USER="batch_writer",
        DATABASE_PASSWORD=address["batchWriterPassword"],
        TIDEMARK_READER_PASSWORD=address["dashboardReaderPassword"],
        TIDEMARK_OWNER_USER=address["owner"],
    )
    yield address
    process.stdin.close()
    assert process.wait(timeout=60) == 0
