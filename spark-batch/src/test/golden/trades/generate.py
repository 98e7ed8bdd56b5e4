#!/usr/bin/env python3
"""Golden values of the trade analytics, in plain Python: exact decimals, whole lists, nothing incremental.

    python3 generate.py                      # synthetic/: input and expected values
    python3 generate.py RECORDED_DAYS        # and recorded-DATE/: expected values of trades/us-equities-*.csv.gz

Shares no code and no method with the job: sums are fractions, percentiles are looked up in sorted lists, duplicates are counted
by the content itself.
"""
import csv
import gzip
import json
import math
import random
import sys
from collections import Counter, defaultdict
from datetime import datetime, timezone
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

HERE = Path(__file__).parent
NO_EFFECT = {"16", "20", "39"}  # conditions that the consolidated tape lets update nothing
MINUTE = 60_000
DAY = 86_400_000
LANDED = ["symbol", "price", "volume", "trade_time_ms", "received_time_ms", "conditions", "event_id",
          "kafka_partition", "kafka_offset"]


def millis(text):
    return int(datetime.fromisoformat(text).replace(tzinfo=timezone.utc).timestamp() * 1000)


# ---------------------------------------------------------------- quantization

def exponent(number):
    """floor(log10 number), exactly."""
    return number.adjusted()


def price_step(price):
    return Decimal(1).scaleb(exponent(price) - 3)


def cut(number, digits):
    """Down to so many significant digits."""
    unit = Decimal(1).scaleb(exponent(number) - digits + 1)
    return (number // unit) * unit


def cut_integer(number, digits):
    return int(cut(Decimal(number), digits)) if number else 0


def nearest_rank(ordered, percent):
    return ordered[max(1, math.ceil(Fraction(percent, 100) * len(ordered))) - 1]


# ---------------------------------------------------------------- profile and sizes

def is_excluded(row):
    return ":" not in row["symbol"] and bool(NO_EFFECT & set(row["conditions"].split("|")))


def value_area(levels):
    """levels: list of (bin, volume) by bin. Returns indexes of POC, low, high."""
    total = sum(volume for _, volume in levels)
    most = max(volume for _, volume in levels)
    middle = Fraction(levels[0][0] + levels[-1][0], 2)
    poc = min((i for i, (_, volume) in enumerate(levels) if volume == most),
              key=lambda i: (abs(levels[i][0] - middle), i))
    inside = {poc}
    while sum(levels[i][1] for i in inside) < Fraction(7, 10) * total:
        above = [i for i in (max(inside) + 1, max(inside) + 2) if i < len(levels)]
        below = [i for i in (min(inside) - 1, min(inside) - 2) if i >= 0]
        if not above and not below:
            break
        up, down = (sum(levels[i][1] for i in side) for side in (above, below))
        inside |= set(above if above and (up >= down or not below) else below)
    return poc, min(inside), max(inside)


def profile_tables(date, symbol, trades):
    """trades: those eligible for volume, as (price, size) decimals."""
    step = price_step(max(price for price, _ in trades))
    # By way of the price's own step, as the method says; nested steps make it the same as price // step.
    bins = defaultdict(list)
    for price, size in trades:
        bins[int(price // step)].append(Fraction(size))
    levels = [(number, sum(bins[number])) for number in sorted(bins)]
    poc, low, high = value_area(levels)
    edge = [number * step for number, _ in levels]
    profile = [[date, symbol, edge[i], step, volume, len(bins[number]), i == poc, low <= i <= high]
               for i, (number, volume) in enumerate(levels)]
    total = sum(Fraction(size) for _, size in trades)
    area = [date, symbol, step, edge[poc], edge[low], edge[high], total]

    cuts = sorted(cut(size, 3) for _, size in trades)
    by_size = defaultdict(list)
    for _, size in trades:
        by_size[cut(size, 3)].append(Fraction(size))
    histogram = [[date, symbol, size, len(by_size[size]), sum(by_size[size])] for size in sorted(by_size)]
    odd = [Fraction(size) for _, size in trades if size < 100]
    distribution = [date, symbol, len(trades), total]
    distribution += [None] * 3 if ":" in symbol else [len(odd), Fraction(len(odd), len(trades)), sum(odd) / total]
    distribution += [total / len(trades)] + [nearest_rank(cuts, 10 * decile) for decile in range(1, 10)] + [cuts[-1]]
    return profile, area, histogram, distribution


# ---------------------------------------------------------------- quality

def duplicates(trades):
    frames = defaultdict(Counter)
    for row in trades:
        content = (row["trade_time_ms"], Decimal(row["price"]), Decimal(row["volume"]), row["conditions"])
        frames[content][row["event_id"].rsplit("-", 1)[0]] += 1
    return sum(sum(counter.values()) - max(counter.values()) for counter in frames.values())


def descents(rows):
    sequences = defaultdict(list)
    for row in rows:
        time = int(row["trade_time_ms"])
        sequences[row["kafka_partition"], time // 3_600_000].append((int(row["kafka_offset"]), time))
    count = 0
    for sequence in sequences.values():
        times = [time for _, time in sorted(sequence)]
        count += sum(later < earlier for earlier, later in zip(times, times[1:]))
    return count


def percent(share):
    return f"{float(share) * 100:.1f} %"


def judge(checks, worst):
    """checks: (name, value, suspect, bad, format, worst). Returns verdict and reasons."""
    order = ["good", "suspect", "bad"]
    verdict, reasons = "good", []
    for name, value, suspect, bad, text, at_worst in checks:
        if value is None or value <= suspect:
            continue
        found, limit = ("bad", bad) if value > bad else ("suspect", suspect)
        found = order[min(order.index(found), order.index(at_worst or worst))]
        verdict = order[max(order.index(verdict), order.index(found))]
        reasons.append(f"{name} {text(value)} > {text(limit)}")
    return verdict, "; ".join(reasons)


def quality_row(date, symbol, rows, session, covered, gaps):
    """session: set of minutes; covered: (from, until) ms; gaps: list of (feed, from, to, symbols)."""
    start = millis(date)
    trades = [row for row in rows if Decimal(row["volume"]) > 0]
    updates = len(rows) - len(trades)
    excluded = sum(map(is_excluded, trades))
    copies = duplicates(trades)
    older = descents(rows)
    delays = sorted(int(row["received_time_ms"]) - int(row["trade_time_ms"]) for row in rows)
    future = sum(delay < 0 for delay in delays)
    usual = [cut_integer(delay, 2) for delay in delays if delay >= 0]
    p50, p90, p99 = (nearest_rank(usual, p) if usual else None for p in (50, 90, 99))
    minute = {(int(row["trade_time_ms"]) - start) // MINUTE for row in trades}
    within = {m for m in session if start + m * MINUTE >= covered[0] and start + (m + 1) * MINUTE <= covered[1]}
    silent = within - minute
    own = [gap for gap in gaps if symbol in gap[3] and gap[1] < start + DAY and gap[2] > start]
    heard = {m for m in range(1440)
             if all(gap[2] <= start + m * MINUTE or gap[1] >= start + (m + 1) * MINUTE for gap in own)}
    share = lambda part, whole: Fraction(part, whole) if whole else None
    few = "suspect" if len(rows) < 100 else "bad"
    liquid = minute and len(trades) >= 10 * len(minute)
    seconds = lambda value: f"{float(value):.1f} s"
    verdict, reasons = judge([
        ("duplicates", share(copies, len(trades)), Fraction(5, 1000), Fraction(5, 100), percent, few),
        ("disorder", share(older, len(rows)), Fraction(2, 10), Fraction(5, 10), percent, few),
        ("lateness", None if p99 is None else Fraction(p99, 1000), 10, 60, seconds, few),
        ("future", share(future, len(rows)), Fraction(1, 100), Fraction(1, 10), percent, few),
        ("gaps", share(len(within - heard), len(within)), Fraction(1, 100), Fraction(1, 10), percent, "bad"),
        ("silence", share(len(silent & heard), len(within)) if liquid else None, Fraction(2, 10), 1, percent, "bad"),
    ], "bad")
    return [date, symbol, len(rows), len(trades), updates, excluded, len(trades) - excluded, copies,
            share(copies, len(trades)), older, share(older, len(rows)), p50, p90, p99,
            max((delay for delay in delays if delay >= 0), default=None), future, len(within), len(silent), len(own),
            union_seconds(own, start), len(silent & heard), True, verdict, reasons]


def union_seconds(gaps, start):
    # Millisecond by second: slow, plain. A gap's ends are whole seconds here.
    return len({second for gap in gaps for second in range(max(gap[1], start) // 1000, min(gap[2], start + DAY) // 1000)})


def date_row(date, quality, landed, quarantined, gaps):
    start = millis(date)
    own = [gap for gap in gaps if gap[1] < start + DAY and gap[2] > start]
    bad = sum(row[22] == "bad" for row in quality)
    suspect = sum(row[22] == "suspect" for row in quality)
    verdict, reasons = judge([
        ("quarantine", Fraction(quarantined, quarantined + landed), Fraction(1, 1000), Fraction(1, 100), percent, None),
        ("bad-symbols", Fraction(bad, len(quality)), 0, Fraction(1, 10), percent, None),
        ("suspect-symbols", Fraction(bad + suspect, len(quality)), Fraction(5, 10), 1, percent, None),
    ], "bad")
    sums = [sum(row[i] for row in quality) for i in (6, 4, 5)]
    return [date, sum(row[2] for row in quality), landed, quarantined, *sums, len(quality), bad, suspect,
            union_seconds(own, start), True, verdict, reasons]


# ---------------------------------------------------------------- output

COLUMNS = {
    "volume_profile": "dt symbol price step volume trades point_of_control in_value_area",
    "value_areas": "dt symbol step point_of_control value_area_low value_area_high volume",
    "size_histogram": "dt symbol size trades volume",
    "size_distribution": "dt symbol trades volume odd_lots odd_lot_share odd_lot_volume_share mean_size "
                         "d10 d20 d30 d40 d50 d60 d70 d80 d90 max_size",
    "data_quality": "dt symbol rows trades price_updates excluded counted suspected_duplicates duplicate_share "
                    "out_of_order out_of_order_share lateness_p50 lateness_p90 lateness_p99 lateness_max "
                    "from_the_future session_minutes silent_minutes gaps gap_seconds silent_minutes_outside_gaps "
                    "conserved verdict reasons",
    "quality_quarantine": "dt reason records",
    "quality_dates": "dt rows landed quarantined counted price_updates excluded symbols bad_symbols suspect_symbols "
                     "gap_seconds conserved verdict reasons",
}


def cell(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (Fraction, Decimal)):
        return repr(float(value))
    return str(value)


def write(directory, name, header, rows):
    directory.mkdir(parents=True, exist_ok=True)
    with open(directory / name, "w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def expected(directory, date, rows, session, covered, gaps, quarantine, left_out=()):
    by_symbol = defaultdict(list)
    for row in rows:
        by_symbol[row["symbol"]].append(row)
    tables = {name: [] for name in COLUMNS}
    for symbol in sorted(by_symbol):
        eligible = [(Decimal(row["price"]), Decimal(row["volume"])) for row in by_symbol[symbol]
                    if Decimal(row["volume"]) > 0 and not is_excluded(row)]
        if eligible:
            profile, area, histogram, distribution = profile_tables(date, symbol, eligible)
            tables["volume_profile"] += profile
            tables["value_areas"].append(area)
            tables["size_histogram"] += histogram
            tables["size_distribution"].append(distribution)
        tables["data_quality"].append(quality_row(date, symbol, by_symbol[symbol], session(symbol), covered, gaps))
    tables["quality_quarantine"] = [[date, reason, count] for reason, count in sorted(quarantine.items())]
    tables["quality_dates"] = [date_row(date, tables["data_quality"], len(rows), sum(quarantine.values()), gaps)]
    for name, columns in COLUMNS.items():
        if name in left_out:
            continue
        write(directory, name + ".csv", columns.split(), [[cell(value) for value in row] for row in tables[name]])


# ---------------------------------------------------------------- synthetic day

SYNTHETIC = "2026-03-10"


def decimal_text(number):
    return format(Decimal(number).normalize(), "f")


def synthetic_rows(rng):
    start = millis(SYNTHETIC)
    opens, closes = start + 13 * 3_600_000 + 30 * MINUTE, start + 20 * 3_600_000
    plans = [  # symbol, partition, trades, first, last instant, cents (or price), digits
        ("LIQUID", 0, 900, opens, opens + 24 * MINUTE, Decimal("187.42"), Decimal("0.01")),
        ("THIN", 1, 14, opens, closes, Decimal("41.07"), Decimal("0.01")),
        ("PENNY", 0, 160, opens - 3_600_000, closes, Decimal("0.9991"), Decimal("0.0001")),
        ("BINANCE:BTCUSDT", 2, 500, start, start + DAY - 1, Decimal("99990.05"), Decimal("0.85")),
        ("BRK.B", 1, 130, opens, opens + 130 * MINUTE, Decimal("488.9"), Decimal("0.07")),
    ]
    arrivals = []
    frame = 0
    for symbol, partition, trades, first, last, price, tick in plans:
        for i in range(trades):
            time = first + (last - first) * i // trades + rng.randrange(400)
            price = max(tick, price + tick * rng.randrange(-3, 4))
            if ":" in symbol:
                size = decimal_text(Decimal(rng.randrange(1, 10 ** rng.randrange(2, 9))).scaleb(-6))
            else:
                size = str(rng.choice([1, 7, 50, 99, 100, 100, 200, 350, 999, 1000, 1234, 25_678, 1_000_000]))
            if rng.random() < 0.04:
                size = rng.choice(["0", "0.00"])
            conditions = "" if ":" in symbol else rng.choice(["", "1", "1", "1|12", "24", "1|16", "20", "1|41"])
            delay = int(rng.expovariate(1 / 80)) + rng.choice([0] * 60 + [15_000, 130_000]) - rng.choice([0] * 40 + [900])
            copies = rng.choice([1] * 30 + [2])  # equal prints within a frame
            deliveries = rng.choice([1] * (12 if symbol == "BRK.B" else 150) + [2, 3])
            for _ in range(deliveries):
                frame += 1
                for index in range(copies):
                    arrivals.append((time + delay + rng.randrange(3) - 1, partition, symbol, decimal_text(price), size, time,
                                     time + delay, conditions, f"c0ffee-{frame // 700}-{frame}-{index}"))
                delay += rng.randrange(5_000)
    arrivals.sort(key=lambda arrival: arrival[0])
    offsets = Counter()
    rows = []
    for _, partition, symbol, price, size, time, received, conditions, event_id in arrivals:
        rows.append(dict(zip(LANDED, (symbol, price, size, str(time), str(received), conditions, event_id,
                                      str(partition), str(offsets[partition])))))
        offsets[partition] += 1
    return [row for row in rows if start <= int(row["trade_time_ms"]) < start + DAY]


def renumbered(rows):
    """Offsets without holes, after rows of the next date were dropped."""
    offsets = Counter()
    for row in rows:
        row["kafka_offset"] = str(offsets[row["kafka_partition"]])
        offsets[row["kafka_partition"]] += 1
    return rows


def synthetic():
    directory = HERE / "synthetic"
    rows = renumbered(synthetic_rows(random.Random(20260310)))
    write(directory, "landed.csv", LANDED, [[row[name] for name in LANDED] for row in rows])
    start = millis(SYNTHETIC)
    second = lambda text: millis(SYNTHETIC + "T" + text)
    gaps = [("finnhub", second("13:40:10"), second("13:41:30"), ["LIQUID", "THIN", "BRK.B"]),
            ("finnhub", second("13:41:00"), second("13:42:00"), ["LIQUID"]),
            ("finnhub", start - 40_000, start + 2 * 3_600_000 + 40 * MINUTE, ["BINANCE:BTCUSDT"]),
            ("finnhub", start - 90_000, start, ["LIQUID"])]
    write(directory, "gaps.csv", ["feed", "from_ms", "to_ms", "symbols"],
          [[feed, begin, end, "|".join(symbols)] for feed, begin, end, symbols in gaps])
    reasons = [("field price is missing", 0, "field price is missing"),
               ("price -1.5 is not above zero", 1, "price … is not above zero"),
               ("price -22.0 is not above zero", 2, "price … is not above zero"),
               ("not valid JSON: Unexpected character ('x' (code 120))", 3, "not valid JSON"),
               ("field volume is no number", DAY, None)]
    with open(directory / "quarantine.ndjson", "w", encoding="utf-8") as out:
        for i, (reason, after, _) in enumerate(reasons):
            out.write(json.dumps({"partition": 7, "offset": i, "timestamp": start + after, "reason": reason,
                                  "key": None, "bytes": "eA=="}, separators=(",", ":"), ensure_ascii=False) + "\n")
    regular = set(range(13 * 60 + 30, 20 * 60))  # New York is on daylight-saving time from 2026-03-08
    expected(directory, SYNTHETIC, rows, lambda symbol: set(range(1440)) if ":" in symbol else regular,
             (start, second("19:30:30")), gaps, Counter(kind for _, _, kind in reasons if kind))


# ---------------------------------------------------------------- recorded days

def recorded(directory, date):
    with gzip.open(directory / f"trades/us-equities-{date.replace('-', '')}.csv.gz", "rt", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    for offset, row in enumerate(rows):  # landed at once, each symbol on one partition, in the order of the file
        row.update(received_time_ms=row["trade_time_ms"], event_id="test-0-0", kafka_partition="0", kafka_offset=str(offset))
    regular = set(range(13 * 60 + 30, 20 * 60))  # daylight-saving time
    start = millis(date)
    expected(HERE / ("recorded-" + date), date, rows, lambda symbol: regular, (start, start + DAY), [], Counter(),
             left_out=("size_histogram", "quality_quarantine"))  # long, and its figures are in the distribution; empty


if __name__ == "__main__":
    synthetic()
    for day in ("2013-10-07", "2013-10-08") if len(sys.argv) > 1 else ():
        recorded(Path(sys.argv[1]), day)
