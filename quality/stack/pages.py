"""The pages of the stack in a headless Chromium."""

from __future__ import annotations

import os
import time
import urllib.error
import urllib.request
from pathlib import Path

from airflow_api import AirflowApi
from browser import page
from compose import Compose


def look(stack: Compose, airflow: AirflowApi, batch_run: str, pictures: str | None) -> None:
    """The pages that people open show data; takes their pictures when asked to."""
    host = "http://127.0.0.1:"
    _show("dashboard", f"{host}{stack.ports['DASHBOARD_PORT']}/", ("AAPL", "BINANCE:BTCUSDT"), pictures)
    run_page = f"{airflow.url}/dags/trades_batch/runs/{batch_run}"
    _show("airflow", run_page, ("run_batch", "announce"), pictures, {"_token": airflow.token})
    _show("flink", f"{host}{stack.ports['FLINK_PORT']}/#/overview", ("Running Job", "speed"), pictures)


def look_at_prometheus(stack: Compose, pictures: str | None) -> None:
    """Its list of what it asks shows the services; Debian's package has the older of its two pages."""
    prometheus = f"http://127.0.0.1:{stack.ports['PROMETHEUS_PORT']}"
    page_there = "/classic/targets" if _is_there(f"{prometheus}/classic/targets") else "/targets"
    _show("prometheus", prometheus + page_there, ("finnhub-ingest", "finnhub-consumer"), pictures)


def _is_there(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            return answer.status == 200
    except urllib.error.HTTPError:
        return False


def _show(
    name: str, url: str, texts: tuple[str, ...], pictures: str | None, cookies: dict[str, str] | None = None
) -> None:
    with page(os.environ.get("CHROMIUM") or "chromium", 1440, 900) as browser:
        for cookie, value in (cookies or {}).items():
            browser.call("Network.setCookie", name=cookie, value=value, url=url)
        browser.call("Page.navigate", url=url)
        browser.await_texts(*texts)
        if pictures:
            time.sleep(3)  # For the picture alone: charts draw themselves after their texts.
            browser.screenshot(Path(pictures) / f"stack-{name}.png")
    print(f"  {name} shows {', '.join(texts)}", flush=True)
