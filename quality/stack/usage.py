"""What the containers take of the machine."""

from __future__ import annotations

import json
import subprocess
import time

_UNITS = {"B": 1, "KiB": 2**10, "MiB": 2**20, "GiB": 2**30}


def measure(project: str, seconds: int) -> dict[str, tuple[float, float]]:
    """Mean percent of one core over the time, and MiB at its end, per service."""
    cpu: dict[str, list[float]] = {}
    memory: dict[str, float] = {}
    end = time.monotonic() + seconds
    while time.monotonic() < end or not cpu:
        command = ["docker", "stats", "--no-stream", "--format", "{{json .}}"]
        for line in subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines():
            found = json.loads(line)
            if found["Name"].startswith(f"{project}-"):
                name = found["Name"].removeprefix(f"{project}-").rsplit("-", 1)[0]
                cpu.setdefault(name, []).append(float(found["CPUPerc"].rstrip("%")))
                memory[name] = _mebibytes(found["MemUsage"].split(" / ")[0])
    return {name: (sum(values) / len(values), memory[name]) for name, values in sorted(cpu.items())}


def table(measured: dict[str, tuple[float, float]]) -> str:
    """One line a service, and their sum."""
    lines = [f"  {name:<24} {percent:6.1f} % of a core {mib:8.0f} MiB" for name, (percent, mib) in measured.items()]
    percents, mibs = zip(*measured.values(), strict=True)
    return "\n".join([*lines, f"  {'all':<24} {sum(percents):6.1f} % of a core {sum(mibs):8.0f} MiB"])


def _mebibytes(text: str) -> float:
    for unit in sorted(_UNITS, key=len, reverse=True):
        if text.endswith(unit):
            return float(text.removesuffix(unit)) * _UNITS[unit] / 2**20
    raise ValueError(f"no size: {text}")
