"""Served bars of a recorded day against the expected ones."""

from __future__ import annotations

import csv
import gzip
import math
from pathlib import Path

from compose import Compose

_EXACT = ("open", "high", "low", "close")
_CLOSE = ("volume", "vwap")
_TOLERANCE = 1e-9


def compare(stack: Compose, date: str, expected_file: Path) -> bool:
    """Prints the comparison; true when every bar is there, prices and counts equal, volume and VWAP to 1e-9."""
    with gzip.open(expected_file, "rt", encoding="utf-8", newline="") as text:
        expected = {(row["symbol"], row["bucket_ms"]): row for row in csv.DictReader(text)}
    names = ["symbol", "bucket_ms", *_EXACT, *_CLOSE, "trades"]
    served_rows = stack.query(
        "SELECT symbol, (extract(epoch FROM bucket) * 1000)::bigint, open, high, low, close, volume, vwap, trades"
        f" FROM serving.bars_1m WHERE bucket >= '{date}Z' AND bucket < '{date}Z'::timestamptz + interval '1 day'"
    )
    served = {(row[0], row[1]): dict(zip(names, row, strict=True)) for row in served_rows}
    equal = sum(1 for key in expected.keys() & served.keys() if _equal(expected[key], served[key]))
    print(f"  expected {len(expected):,}, equal {equal:,}, extra {len(served.keys() - expected.keys()):,}", flush=True)
    return equal == len(expected) == len(served)


def _equal(expected: dict[str, str], served: dict[str, str]) -> bool:
    return (
        int(expected["trades"]) == int(served["trades"])
        and all(float(expected[name]) == float(served[name]) for name in _EXACT)
        and all(math.isclose(float(expected[n]), float(served[n]), rel_tol=_TOLERANCE, abs_tol=0) for n in _CLOSE)
    )
