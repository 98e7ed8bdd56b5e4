#!/usr/bin/env python3
"""Makes the golden files of the price analytics, with Python's standard library alone.

    generate.py [DIRECTORY_OF_RECORDED_DAYS]

Everything is computed from the definitions in 60 decimal digits, each value anew from all it depends on where that is
feasible, so that neither the order of operations nor the rounding of the program under test is repeated here.
See README.md for what the files are.
"""

import csv
import datetime
import gzip
import os
import random
import sys
from decimal import Decimal, getcontext

getcontext().prec = 60
HERE = os.path.dirname(os.path.abspath(__file__))
UTC = datetime.timezone.utc
MINUTE, FIVE, DAY = 60_000, 300_000, 86_400_000

# Sessions of the dates used, in UTC, looked up by hand: pre, regular, post; hours as fractions of a day's 24.
EQUITY_SESSIONS = {
    # Winter time: 09:30 is 14:30 UTC; the last hour of Thursday's post-market belongs to Friday's UTC date.
    "2024-03-08": [("post", 0, 1), ("pre", 9, 14.5), ("regular", 14.5, 21), ("post", 21, 24)],
    # The Sunday on which summer time begins.
    "2024-03-10": [],
    "2024-03-11": [("pre", 8, 13.5), ("regular", 13.5, 20), ("post", 20, 24)],
    # Half day: regular until 13:00, post until 17:00 in New York.
    "2024-07-03": [("pre", 8, 13.5), ("regular", 13.5, 17), ("post", 17, 21)],
    "2013-10-07": [("pre", 8, 13.5), ("regular", 13.5, 20), ("post", 20, 24)],
    "2013-10-08": [("pre", 8, 13.5), ("regular", 13.5, 20), ("post", 20, 24)],
}
FX_SESSIONS = {
    "2024-03-08": [("regular", 0, 22)],
    "2024-03-10": [("regular", 21, 24)],
    "2024-03-11": [("regular", 0, 24)],
    "2024-07-03": [("regular", 0, 24)],
}
SYNTHETIC_DATES = ["2024-03-08", "2024-03-10", "2024-03-11", "2024-07-03"]


def sessions(symbol, date):
    if symbol.startswith("OANDA:"):
        return FX_SESSIONS[date]
    return [("regular", 0, 24)] if ":" in symbol else EQUITY_SESSIONS[date]


def start_of(date):
    return int(datetime.datetime.fromisoformat(date).replace(tzinfo=UTC).timestamp()) * 1000


def date_of(ms):
    return datetime.datetime.fromtimestamp(ms / 1000, UTC).date().isoformat()


def number(text):
    """The exact value of the double that a text stands for."""
    return None if text == "" else Decimal(float(text))


# --- bars ---------------------------------------------------------------------------------------------------------------


class Bar:
    def __init__(self, symbol, bucket, o, h, l, c, volume, vwap, trades):
        self.symbol, self.bucket, self.open, self.high, self.low, self.close = symbol, bucket, o, h, l, c
        self.volume, self.vwap, self.trades = volume, vwap, trades


def parse_bar(row):
    return Bar(row[0], int(row[1]), *[number(cell) for cell in row[2:8]], int(row[8]))


def five_minutes(minutes):
    """Bars of five minutes from those of one."""
    groups = {}
    for bar in minutes:
        groups.setdefault((bar.symbol, bar.bucket - bar.bucket % FIVE), []).append(bar)
    fives = []
    for (symbol, bucket), bars in groups.items():
        bars.sort(key=lambda bar: bar.bucket)
        closes = [bar.close for bar in bars if bar.close is not None]
        weighted = [bar for bar in bars if bar.vwap is not None]
        volume = sum((bar.volume for bar in weighted), Decimal(0))
        fives.append(Bar(
            symbol, bucket, None, None, None, closes[-1] if closes else None, sum(bar.volume for bar in bars),
            sum(bar.vwap * bar.volume for bar in weighted) / volume if volume else None, sum(bar.trades for bar in bars)))
    return fives


def by_symbol_and_date(bars):
    groups = {}
    for bar in bars:
        groups.setdefault((date_of(bar.bucket), bar.symbol), []).append(bar)
    for group in groups.values():
        group.sort(key=lambda bar: bar.bucket)
    return groups


# --- formulas -----------------------------------------------------------------------------------------------------------


def mean(values):
    return sum(values) / len(values)


def sma(values, i, n):
    return mean(values[i - n + 1:i + 1]) if i >= n - 1 else None


def population_deviation(values):
    middle = mean(values)
    return mean([(value - middle) ** 2 for value in values]).sqrt()


def ema_series(values, n):
    """e[n-1] = mean of the first n; e[i] = a x[i] + (1 - a) e[i-1] with a = 2 / (n + 1)."""
    a = Decimal(2) / (n + 1)
    out = [None] * len(values)
    for i in range(n - 1, len(values)):
        out[i] = mean(values[:n]) if i == n - 1 else a * values[i] + (1 - a) * out[i - 1]
    return out


def wilder_series(values, n):
    out = [None] * len(values)
    for i in range(n - 1, len(values)):
        out[i] = mean(values[:n]) if i == n - 1 else (out[i - 1] * (n - 1) + values[i]) / n
    return out


def rsi_series(closes, n):
    changes = [b - a for a, b in zip(closes, closes[1:])]
    ups = wilder_series([max(change, Decimal(0)) for change in changes], n)
    downs = wilder_series([max(-change, Decimal(0)) for change in changes], n)
    out = [None] * len(closes)
    for i, (up, down) in enumerate(zip(ups, downs)):
        if up is None or up + down == 0:
            continue
        out[i + 1] = Decimal(100) if down == 0 else 100 - 100 / (1 + up / down)
    return out


def macd_series(closes):
    fast, slow = ema_series(closes, 12), ema_series(closes, 26)
    line = [a - b if b is not None else None for a, b in zip(fast, slow)]
    known = [value for value in line if value is not None]
    signal = [None] * (len(line) - len(known)) + ema_series(known, 9)
    return fast, slow, line, signal, [a - b if b is not None else None for a, b in zip(line, signal)]


def drawdown(closes, i):
    peak = max(closes[:i + 1])
    return 1 - closes[i] / peak


def log_returns(closes):
    return [(b / a).ln() for a, b in zip(closes, closes[1:])]


def realized_volatility(closes):
    return sum(r * r for r in log_returns(closes)).sqrt() if len(closes) > 1 else None


# --- tables -------------------------------------------------------------------------------------------------------------


def statistics_row(date, symbol, session, minutes, fives):
    closes = [bar.close for bar in minutes if bar.close is not None]
    highs = [bar.high for bar in minutes if bar.high is not None]
    lows = [bar.low for bar in minutes if bar.low is not None]
    opens = [bar.open for bar in minutes if bar.open is not None]
    weighted = [bar for bar in minutes if bar.vwap is not None and bar.volume > 0]
    volume = sum((bar.volume for bar in weighted), Decimal(0))
    ranges = highs and lows
    return [
        date, symbol, session, opens[0] if opens else None, max(highs) if highs else None, min(lows) if lows else None,
        closes[-1] if closes else None, sum(bar.volume for bar in minutes),
        sum(bar.vwap * bar.volume for bar in weighted) / volume if volume else None,
        sum(bar.trades for bar in minutes), len(minutes), realized_volatility(closes),
        realized_volatility([bar.close for bar in fives if bar.close is not None]),
        (max(highs) / min(lows)).ln() / (2 * Decimal(2).ln().sqrt()) if ranges else None,
        max(drawdown(closes, i) for i in range(len(closes))) if closes else None]


def daily_statistics(minutes, fives):
    rows = []
    fives = by_symbol_and_date(fives)
    for (date, symbol), bars in sorted(by_symbol_and_date(minutes).items()):
        five = fives[(date, symbol)]
        rows.append(statistics_row(date, symbol, "all", bars, five))
        spans = {}
        for kind, start, end in sessions(symbol, date):
            spans.setdefault(kind, []).append((start_of(date) + start * 3_600_000, start_of(date) + end * 3_600_000))
        for kind, parts in spans.items():
            def inside(bar):
                return any(start <= bar.bucket < end for start, end in parts)
            if any(inside(bar) for bar in bars):
                rows.append(statistics_row(
                    date, symbol, kind, [bar for bar in bars if inside(bar)], [bar for bar in five if inside(bar)]))
    return rows


def indicators(bars, interval):
    rows = []
    for (date, symbol), group in sorted(by_symbol_and_date(bars).items()):
        closed = [bar for bar in group if bar.close is not None]
        closes = [bar.close for bar in closed]
        fast, slow, line, signal, histogram = macd_series(closes)
        rsi = rsi_series(closes, 14)
        for i, bar in enumerate(closed):
            so_far = [b for b in group if b.bucket <= bar.bucket and b.vwap is not None and b.volume > 0]
            vwap = deviation = None
            if so_far:
                volume = sum(b.volume for b in so_far)
                vwap = sum(b.vwap * b.volume for b in so_far) / volume
                deviation = (sum(b.volume * (b.vwap - vwap) ** 2 for b in so_far) / volume).sqrt()
            middle = sma(closes, i, 20)
            width = 2 * population_deviation(closes[i - 19:i + 1]) if middle is not None else None
            bands = [middle + width, middle - width] if middle is not None else [None, None]
            around = [vwap + k * deviation for k in (1, -1, 2, -2)] if so_far else [None] * 4
            rows.append([date, symbol, interval, bar.bucket, bar.close, middle, fast[i], slow[i], rsi[i], line[i], signal[i],
                         histogram[i], middle, *bands, vwap, deviation, *around])
    return rows


def days_by_symbol(statistics):
    """(date, session, high, low, close, volume, vwap) per symbol, in order: regular if it has a close, or else all."""
    best = {}
    for row in statistics:
        date, symbol, session, high, low, close, volume, vwap = row[0], row[1], row[2], row[4], row[5], row[6], row[7], row[8]
        if close is None or session not in ("all", "regular"):
            continue
        if session == "regular" or (symbol, date) not in best:
            best[(symbol, date)] = (date, session, high, low, close, volume, vwap)
    symbols = {}
    for (symbol, _), day in sorted(best.items()):
        symbols.setdefault(symbol, []).append(day)
    return symbols


def daily_indicators(statistics):
    rows = []
    for symbol, days in days_by_symbol(statistics).items():
        closes = [day[4] for day in days]
        fast, slow, line, signal, histogram = macd_series(closes)
        rsi = rsi_series(closes, 14)
        ranges = []
        for i, (_, _, high, low, _, _, _) in enumerate(days):
            ranges.append(high - low if i == 0
                          else max(high - low, abs(high - closes[i - 1]), abs(low - closes[i - 1])))
        atr = wilder_series(ranges, 14)
        falls = [drawdown(closes, i) for i in range(len(closes))]
        for i, day in enumerate(days):
            previous = closes[i - 1] if i else None
            middle = sma(closes, i, 20)
            width = 2 * population_deviation(closes[i - 19:i + 1]) if middle is not None else None
            rows.append([
                day[0], symbol, day[1], closes[i], previous, closes[i] / previous - 1 if i else None,
                (closes[i] / previous).ln() if i else None, ranges[i], atr[i], middle, sma(closes, i, 50), fast[i], slow[i],
                rsi[i], line[i], signal[i], histogram[i], middle, middle + width if width is not None else None,
                middle - width if width is not None else None, falls[i], max(falls[:i + 1]), i + 1])
    return rows


def movers(statistics):
    dates = {}
    for symbol, days in days_by_symbol(statistics).items():
        for before, day in zip([None] + days, days):
            change = day[4] / before[4] - 1 if before else None
            notional = day[5] * day[6] if day[6] is not None else None
            dates.setdefault(day[0], []).append(
                (symbol, day[4], before[4] if before else None, change, day[5], notional))
    rows = []
    for date, moves in sorted(dates.items()):
        lists = {
            "active": sorted((m for m in moves if m[5]), key=lambda m: (-m[5], m[0])),
            "gainers": sorted((m for m in moves if m[3] and m[3] > 0), key=lambda m: (-m[3], m[0])),
            "losers": sorted((m for m in moves if m[3] and m[3] < 0), key=lambda m: (m[3], m[0])),
        }
        for name, ranked in lists.items():
            rows += [[date, name, rank, *move] for rank, move in enumerate(ranked[:20], 1)]
    return rows


def correlations(fives):
    dates = {}
    for (date, symbol), bars in by_symbol_and_date(fives).items():
        closes = {bar.bucket: bar.close for bar in bars if bar.close is not None}
        if closes:
            dates.setdefault(date, {})[symbol] = {
                bucket: (close / closes[bucket - FIVE]).ln()
                for bucket, close in closes.items() if bucket - FIVE in closes}
    rows = []
    for date, symbols in sorted(dates.items()):
        for one in sorted(symbols):
            for other in sorted(symbols):
                if one == other:
                    continue
                common = sorted(symbols[one].keys() & symbols[other].keys())
                x, y = [symbols[one][b] for b in common], [symbols[other][b] for b in common]
                correlation = beta = None
                if len(common) >= 3:
                    mx, my = mean(x), mean(y)
                    cov = mean([(a - mx) * (b - my) for a, b in zip(x, y)])
                    vx, vy = mean([(a - mx) ** 2 for a in x]), mean([(b - my) ** 2 for b in y])
                    if vx > Decimal("1e-50") and vy > Decimal("1e-50"):
                        correlation, beta = cov / (vx * vy).sqrt(), cov / vy
                rows.append([date, one, other, len(common), correlation, beta])
    return rows


# --- made-up market -----------------------------------------------------------------------------------------------------


def synthetic_minutes():
    """A walk per symbol that is pulled by one common walk; gaps, minutes without prices and without volume, a flat stretch."""
    rng = random.Random(20240308)
    rows = []
    hours = {"AAA": (8, 22), "BBB": (9, 21), "BINANCE:CCC": (0, 24), "OANDA:DDD": (0, 24), "EEE": (14, 15)}
    for date in SYNTHETIC_DATES:
        prices = {"AAA": 48.83, "BBB": 182.41, "BINANCE:CCC": 0.3127, "OANDA:DDD": 1.0937, "EEE": 7.07}
        market = [rng.gauss(0, 4e-4) for _ in range(1440)]
        for symbol, (start, end) in hours.items():
            if date == "2024-03-10" and ":" not in symbol:
                continue
            for minute in range(1440):
                inside = start * 60 <= minute < end * 60 or (symbol == "AAA" and date == "2024-03-08" and minute < 60)
                if not inside or rng.random() < (0.3 if symbol == "BINANCE:CCC" else 0.45):
                    continue
                flat = symbol == "EEE" or (symbol == "BBB" and 15 * 60 <= minute < 17 * 60)
                rows.append(synthetic_bar(rng, symbol, start_of(date) + minute * MINUTE, prices, market[minute], flat))
    return rows


def synthetic_bar(rng, symbol, bucket, prices, market, flat):
    digits = 2 if ":" not in symbol else 5
    old = prices[symbol]
    new = old if flat else round(old * (1 + market * (0.5 + len(symbol) % 3) + rng.gauss(0, 5e-4)), digits)
    prices[symbol] = new
    high, low = max(old, new), min(old, new)
    if not flat:
        high, low = round(high * (1 + rng.random() * 3e-4), digits), round(low * (1 - rng.random() * 3e-4), digits)
    volume = round(rng.lognormvariate(6, 1.2), 3 if ":" in symbol else 0)
    vwap = old if flat else round(low + rng.random() * (high - low), digits + 4)
    trades = 1 + int(volume) % 37
    odd = rng.random()
    if odd < 0.06:
        return [symbol, bucket, "", "", "", "", volume, vwap, trades]
    if odd < 0.09:
        return [symbol, bucket, old, high, low, new, 0.0, "", 0]
    return [symbol, bucket, old, high, low, new, volume, vwap, trades]


def synthetic_history():
    """Daily statistics of 90 days of three symbols, and of three days of 27 more, so that lists of movers are full."""
    rng = random.Random(19700101)
    rows = []
    first = datetime.date(2024, 1, 1)
    names = ["HIST", "HIST:24", "FLAT"] + ["M%02d" % i for i in range(27)]
    for name in names:
        price = round(rng.uniform(5, 300), 2)
        for day in range(90):
            date = (first + datetime.timedelta(days=day)).isoformat()
            if (name.startswith("M") and day < 87) or (":" not in name and day % 7 > 4):
                continue
            # Some move alike, so that ranks are told by symbol.
            change = 0 if name == "FLAT" else 0.25 if name in ("M03", "M07") and day == 88 else rng.gauss(0, 0.02)
            if name in ("M03", "M07") and day == 87:
                price = 64.0
            close = round(price * (1 + change), 2)
            high, low = round(max(price, close) * 1.01, 2), round(min(price, close) * 0.985, 2)
            volume, vwap = float(rng.randrange(100, 100000)), round((high + low) / 2, 4)
            rest = [rng.randrange(1, 900), rng.randrange(1, 390), 0.01, 0.011, 0.012, 0.02]
            whole = [date, name, "all", price, round(high * 1.002, 2), low, round(close * 1.001, 2), volume * 1.25, vwap, *rest]
            rows.append(whole)
            if day % 11 == 10:
                # A date whose regular session set no price: the whole date stands in.
                rows.append([date, name, "regular", "", "", "", "", volume, "", *rest])
                price = whole[6]
            elif day % 13 != 12:
                rows.append([date, name, "regular", price, high, low, close, volume, vwap, *rest])
                price = close
            else:
                price = whole[6]
            rows.append([date, name, "post", price, high, low, price * 2, volume, vwap, *rest])
    rng.shuffle(rows)
    return rows


# --- files --------------------------------------------------------------------------------------------------------------

MINUTE_COLUMNS = "symbol,bucket_ms,open,high,low,close,volume,vwap,trades".split(",")
STATISTICS_COLUMNS = ("dt,symbol,session,open,high,low,close,volume,vwap,trades,minutes,realized_volatility_1m,"
                      "realized_volatility_5m,parkinson_volatility,max_drawdown").split(",")
INDICATOR_COLUMNS = ("dt,symbol,interval,bucket,close,sma_20,ema_12,ema_26,rsi_14,macd,macd_signal,macd_histogram,"
                     "bollinger_middle,bollinger_upper,bollinger_lower,vwap,vwap_deviation,vwap_upper_1,vwap_lower_1,"
                     "vwap_upper_2,vwap_lower_2").split(",")
DAILY_COLUMNS = ("dt,symbol,session,close,previous_close,return,log_return,true_range,atr_14,sma_20,sma_50,ema_12,ema_26,"
                 "rsi_14,macd,macd_signal,macd_histogram,bollinger_middle,bollinger_upper,bollinger_lower,drawdown,"
                 "max_drawdown,days").split(",")
MOVERS_COLUMNS = "dt,list,rank,symbol,close,previous_close,return,volume,notional".split(",")
CORRELATION_COLUMNS = "dt,symbol,other,samples,correlation,beta".split(",")


def cell(value):
    if value is None:
        return ""
    return repr(float(value)) if isinstance(value, (Decimal, float)) else str(value)


def write(name, columns, rows):
    path = os.path.join(HERE, name)
    # No name and no time in the header: the same values are the same bytes.
    with open(path, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, 0) as packed:
        lines = [",".join(columns)] + [",".join(cell(value) for value in row) for row in rows]
        packed.write(("\n".join(lines) + "\n").encode())
    print(f"{name}: {len(rows)} rows, {os.path.getsize(path)} bytes")


def sample(rows, every):
    """Every n-th row, and the first 40 of each series, where values begin."""
    seen, kept = {}, []
    for row in rows:
        series = (row[0], row[1], row[2])
        seen[series] = seen.get(series, 0) + 1
        if seen[series] <= 40 or seen[series] % every == 0:
            kept.append(row)
    return kept


def main():
    made = synthetic_minutes()
    write("synthetic-minutes.csv.gz", MINUTE_COLUMNS, made)
    minutes = [parse_bar([cell(value) for value in row]) for row in made]
    fives = five_minutes(minutes)
    write("synthetic-daily_statistics.csv.gz", STATISTICS_COLUMNS, daily_statistics(minutes, fives))
    write("synthetic-indicators.csv.gz", INDICATOR_COLUMNS,
          sample(indicators(minutes, "1m") + indicators(fives, "5m"), 11))
    write("synthetic-correlations.csv.gz", CORRELATION_COLUMNS, correlations(fives))

    made = synthetic_history()
    write("history-daily_statistics.csv.gz", STATISTICS_COLUMNS, made)
    history = [row[:3] + [number(cell(value)) for value in row[3:]] for row in made]
    write("history-daily_indicators.csv.gz", DAILY_COLUMNS, daily_indicators(history))
    write("history-movers.csv.gz", MOVERS_COLUMNS, movers(history))

    if len(sys.argv) > 1:
        minutes = []
        for day in ("20131007", "20131008"):
            with gzip.open(os.path.join(sys.argv[1], "expected", f"bars-1m-all-trades-{day}.csv.gz"), "rt") as file:
                minutes += [parse_bar(row) for row in list(csv.reader(file))[1:]]
        fives = five_minutes(minutes)
        statistics = daily_statistics(minutes, fives)
        write("recorded-daily_statistics.csv.gz", STATISTICS_COLUMNS, statistics)
        write("recorded-daily_indicators.csv.gz", DAILY_COLUMNS, daily_indicators(statistics))
        write("recorded-movers.csv.gz", MOVERS_COLUMNS, movers(statistics))
        write("recorded-correlations.csv.gz", CORRELATION_COLUMNS, correlations(fives))
        write("recorded-indicators.csv.gz", INDICATOR_COLUMNS,
              sample(indicators(minutes, "1m") + indicators(fives, "5m"), 25))


if __name__ == "__main__":
    main()
