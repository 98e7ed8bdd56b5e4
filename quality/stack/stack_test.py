"""``make stack-test``: the whole stack as containers, from nothing to nothing."""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from compose import ROOT

sys.path.insert(0, str(ROOT / "orchestration" / "check"))
import demo
import recording


def main() -> int:
    """Runs the parts that are asked for; 0 when all is as it should be."""
    options = _options()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    directory = ROOT / ".stack-test"
    shutil.rmtree(directory, ignore_errors=True)
    parts: dict[str, Callable[[Path, argparse.Namespace], None]] = {"demo": demo.run, "recording": recording.run}
    begin = time.monotonic()
    unknown = set(options.parts) - parts.keys()
    if unknown:
        print(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(parts)}", file=sys.stderr)
        return 2
    for name in options.parts or parts:
        parts[name](directory / name, options)
    print(f"stack-test: ok, {(time.monotonic() - begin) / 60:.1f} min")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="The whole stack as containers, from nothing to nothing.")
    parser.add_argument("parts", nargs="*", metavar="PART", help="demo or recording (default: both)")
    recorded = os.environ.get("TIDEMARK_DATA") or str(ROOT.parent / "shared" / "data")
    parser.add_argument("--data", default=recorded, metavar="DIR", help="the recordings (default: $TIDEMARK_DATA)")
    parser.add_argument("--screenshots", metavar="DIR", help="where to write pictures of the pages")
    parser.add_argument("--idle-seconds", type=int, default=60, metavar="N", help="how long to measure (0: not)")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
