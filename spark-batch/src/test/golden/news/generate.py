"""Makes the golden values of the news analytics, see README.md. Standard library only, seeded."""

import csv
import random
import statistics
from datetime import datetime, timedelta, timezone
from fractions import Fraction
from pathlib import Path

HERE = Path(__file__).parent
DATE = datetime(2026, 3, 10, tzinfo=timezone.utc)
MINUTE = timedelta(minutes=1)
SYMBOLS = ["AAPL", "MSFT", "BINANCE:BTCUSDT", "QUIET"]
FEEDS = ["finnhub-company-news", "rss"]
SOURCES = ["Reuters", "Dow Jones", "Wire", ""]
RELEVANT = Fraction(1, 2)
LABEL_FROM = Fraction(15, 100)


def text(instant):
    return instant.strftime("%Y-%m-%dT%H:%M:%S.") + f"{instant.microsecond // 1000:03d}Z"


def number(value):
    return "" if value is None else repr(float(value))


def make_minutes(rng):
    """Bars of a session with holes; some have no close. QUIET has none at all, the coin trades up to midnight."""
    rows = []
    for symbol, first, last, price in [
        ("AAPL", 14 * 60 + 30, 21 * 60, 190.0),
        ("MSFT", 14 * 60 + 30, 21 * 60, 410.0),
        ("BINANCE:BTCUSDT", 0, 24 * 60, 68000.0),
    ]:
        for minute in range(first, last):
            price = round(price * (1 + rng.gauss(0, 0.0006)), 2)
            if rng.random() < 0.12:
                continue
            close = None if rng.random() < 0.05 else price
            rows.append((symbol, DATE + minute * MINUTE, close))
    return rows


def make_stories(rng):
    stories = []

    def add(published, links, sentiment, source, feed=None):
        number_of = len(stories)
        feed, ident = feed or rng.choice(FEEDS), f"n{number_of}"
        if number_of % 9 == 1:
            # An id comes on both feeds: a story is known by feed and id.
            feed, ident = FEEDS[1 - FEEDS.index(stories[-1][0])], stories[-1][1]
        stories.append((feed, ident, published, f"Story {number_of} of an invented day", source, sentiment, links))

    for _ in range(150):
        at = DATE + timedelta(milliseconds=rng.randrange(86_400_000))
        if rng.random() < 0.6:
            at = DATE + timedelta(hours=14, milliseconds=rng.randrange(8 * 3_600_000))
        links = [(symbol, round(rng.uniform(0.05, 1), 3)) for symbol in rng.sample(SYMBOLS, rng.randrange(0, 4))]
        add(at, links, round(rng.uniform(-1, 1), 4), rng.choice(SOURCES))
    opening = DATE + timedelta(hours=14, minutes=30)
    both = [("AAPL", 0.5), ("MSFT", 0.499)]  # the threshold itself
    add(opening, both, 0.15, "Wire")  # as the first bar starts
    add(opening + MINUTE, both, -0.15, "Wire")  # as it ends
    add(opening + timedelta(milliseconds=1), both, 0.1499, "Wire")
    add(opening - MINUTE, both, -0.1499, "Wire")
    add(DATE, [("BINANCE:BTCUSDT", 1.0)], 0.9, "", "rss")  # nothing before it
    add(DATE + timedelta(hours=23, minutes=59, seconds=59, milliseconds=999),
        [("BINANCE:BTCUSDT", 1.0)], -0.9, "", "rss")  # nothing after it
    add(DATE + timedelta(hours=20, minutes=58), [("AAPL", 0.9)], 0.4, "Wire")  # half an hour that the session cuts
    add(DATE + timedelta(hours=22), [("AAPL", 0.9)], 0.4, "Wire")  # after it
    return stories


def label(sentiment):
    value = Fraction(str(sentiment))
    return "positive" if value >= LABEL_FROM else "negative" if value <= -LABEL_FROM else "neutral"


def mean(values):
    return sum(values, Fraction(0)) / len(values)


def daily(stories):
    names = {"*": [(story, Fraction(1)) for story in stories]}
    for story in stories:
        for symbol, relevance in story[6]:
            names.setdefault(symbol, []).append((story, Fraction(str(relevance))))
    for symbol, about in sorted(names.items()):
        sentiments = [Fraction(str(story[5])) for story, _ in about]
        weight = sum((relevance for _, relevance in about), Fraction(0))
        weighted = sum((Fraction(str(story[5])) * relevance for story, relevance in about), Fraction(0)) / weight
        labels = [label(story[5]) for story, _ in about]
        times = [story[2] for story, _ in about]
        yield [symbol, len(about), sum(relevance >= RELEVANT for _, relevance in about), number(weight),
               number(mean(sentiments)), number(weighted), labels.count("positive"), labels.count("negative"),
               len({story[4] for story, _ in about if story[4]}), text(min(times)), text(max(times))]


def sources(stories):
    for source in sorted({story[4] for story in stories if story[4]}):
        own = [story for story in stories if story[4] == source]
        labels = [label(story[5]) for story in own]
        yield [source, len(own), number(mean([Fraction(str(story[5])) for story in own])),
               labels.count("positive"), labels.count("negative")]


def change(close, before):
    return None if close is None or before is None else Fraction(str(close)) / Fraction(str(before)) - 1


def returns(stories, minutes):
    """By looking through all bars for every story, as one would by hand."""
    for feed, ident, published, headline, _, sentiment, links in stories:
        for symbol, relevance in links:
            if Fraction(str(relevance)) < RELEVANT:
                continue
            bars = [(start, close) for name, start, close in minutes if name == symbol and close is not None]
            before = [close for start, close in bars if start + MINUTE <= published]
            before = before[-1] if before else None
            later = [(start, close) for start, close in bars if start >= published]
            cells = {}
            for minutes_after in (5, 30):
                ended = [close for start, close in bars
                         if published < start + MINUTE <= published + minutes_after * MINUTE]
                cells[minutes_after] = change(ended[-1] if ended else None, before)
            yield [symbol, feed, ident, published, headline, sentiment, relevance,
                   later[0][0] if later else None, before,
                   change(later[0][1] if later else None, before), cells[5], cells[30]]


def reaction(rows):
    for name in ("negative", "neutral", "positive"):
        for horizon, column in (("next", 9), ("5m", 10), ("30m", 11)):
            own = [row for row in rows if label(row[5]) == name]
            samples = [(row[5], row[column]) for row in own if row[column] is not None]
            if not own:
                continue
            values = [value for _, value in samples]
            hits = [(value > 0) if sentiment > 0 else (value < 0) for sentiment, value in samples]
            yield [name, horizon, len(samples),
                   number(mean(values) if values else None),
                   number(statistics.median(values) if values else None),
                   "" if name == "neutral" or not values else number(Fraction(sum(hits), len(hits)))]


def write(name, header, rows):
    with open(HERE / name, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header.split(","))
        out.writerows(rows)


def main():
    rng = random.Random(20260310)
    minutes = make_minutes(rng)
    stories = make_stories(rng)
    write("minutes.csv", "symbol,bucket,close",
          [[symbol, text(start), number(close)] for symbol, start, close in minutes])
    write("stories.csv", "feed,id,published_at,headline,source,sentiment,links",
          [[feed, ident, text(at), headline, source, sentiment, "|".join(f"{s}={r}" for s, r in links)]
           for feed, ident, at, headline, source, sentiment, links in stories])
    write("news_daily.csv", "symbol,stories,relevant,weight,sentiment,weighted_sentiment,positive,negative,sources,"
          "first_at,last_at", daily(stories))
    write("news_sources.csv", "source,stories,sentiment,positive,negative", sources(stories))
    found = sorted(returns(stories, minutes), key=lambda row: row[:3])
    write("news_returns.csv", "symbol,feed,id,published_at,headline,sentiment,relevance,bar_at,price_before,"
          "return_next_bar,return_5m,return_30m",
          [row[:3] + [text(row[3]), row[4], row[5], row[6], text(row[7]) if row[7] else ""]
           + [number(value) for value in row[8:]] for row in found])
    write("news_reaction.csv", "sentiment_label,horizon,samples,mean_return,median_return,hit_rate", reaction(found))


main()
