"""A look at a page with a headless Chromium, over its DevTools protocol."""

from __future__ import annotations

import base64
import itertools
import json
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

_SECONDS = 60


class Page:
    """A page that is open."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Calls a method of the protocol and returns its result."""
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self._socket.recv(timeout=_SECONDS))
            if answer.get("id") == number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]

    def await_texts(self, *texts: str) -> None:
        """Waits until the page shows all texts."""
        deadline = time.monotonic() + _SECONDS
        shown = ""
        while time.monotonic() < deadline:
            found = self.call("Runtime.evaluate", expression="document.body ? document.body.innerText : ''")
            shown = found["result"].get("value", "")
            if all(text in shown for text in texts):
                return
            time.sleep(0.25)
        raise TimeoutError(f"the page does not show {texts}, but: {shown[:500]}")

    def screenshot(self, file: Path) -> None:
        """Writes what the page looks like, PNG."""
        picture = self.call("Page.captureScreenshot", format="png")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(base64.b64decode(picture["data"]))


@contextmanager
def page(chromium: str, width: int, height: int) -> Iterator[Page]:
    """Starts a browser with one empty page; it is gone after the block."""
    with tempfile.TemporaryDirectory(prefix="tidemark-chromium-", ignore_cleanup_errors=True) as profile:
        command = [chromium, "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run"]
        command += ["--remote-debugging-port=0", f"--user-data-dir={profile}", f"--window-size={width},{height}"]
        browser = subprocess.Popen([*command, "about:blank"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            with connect(_address(Path(profile), browser), max_size=None, proxy=None) as socket:
                found = Page(socket)
                found.call(
                    "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False
                )
                yield found
        finally:
            browser.terminate()
            browser.wait(timeout=20)


def _address(profile: Path, browser: subprocess.Popen[bytes]) -> str:
    """Where the page's debugger listens."""
    deadline = time.monotonic() + _SECONDS
    while time.monotonic() < deadline and browser.poll() is None:
        try:
            port = int((profile / "DevToolsActivePort").read_text(encoding="utf-8").splitlines()[0])
            opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
            with opener.open(f"http://127.0.0.1:{port}/json/list", timeout=5) as answer:
                pages = [target for target in json.load(answer) if target["type"] == "page"]
            return pages[0]["webSocketDebuggerUrl"]
        except (OSError, IndexError, ValueError):
            time.sleep(0.2)
    raise RuntimeError("Chromium did not start")
