-- News, gaps and alerts as the speed layer knows them.
DROP VIEW IF EXISTS serving.news;
CREATE VIEW serving.news AS
SELECT n.feed, n.id, n.published_at, n.received_at, n.headline, n.summary, n.source, n.url, n.category, n.symbols,
       n.relevances, n.sentiment, n.updated_at
FROM speed.news n;

COMMENT ON VIEW serving.news IS 'News stories with the symbols they are about, most relevant first, and their sentiment (-1 to 1)';

DROP VIEW IF EXISTS serving.news_windows;
CREATE VIEW serving.news_windows AS
SELECT w.dimension, w.name, w.width, w.bucket, w.items, w.weight, w.sentiment, w.weighted_sentiment, w.positive,
       w.negative, w.closed
FROM speed.news_windows w;

COMMENT ON VIEW serving.news_windows IS 'News per window of 1m, 5m or 1h: in all, per symbol, category and source';

DROP VIEW IF EXISTS serving.trending_terms;
CREATE VIEW serving.trending_terms AS
SELECT t.width, t.bucket, t.term, t.words, t.items, t.score
FROM speed.news_terms t;

COMMENT ON VIEW serving.trending_terms IS 'Terms that stand out per window; the higher the score the more';

DROP VIEW IF EXISTS serving.news_buzz;
CREATE VIEW serving.news_buzz AS
SELECT b.symbol, b.bucket, b.items, b.expected, b.deviation, b.z_score, b.samples
FROM speed.news_buzz b;

COMMENT ON VIEW serving.news_buzz IS 'Relevant news per symbol and hour against the same hour of earlier weeks';

DROP VIEW IF EXISTS serving.feed_gaps;
CREATE VIEW serving.feed_gaps AS
SELECT g.feed, g.started_at, g.ended_at, g.symbols, g.reason
FROM speed.feed_gaps g;

COMMENT ON VIEW serving.feed_gaps IS 'Spans in which a feed was not heard';

DROP VIEW IF EXISTS serving.late_trades;
CREATE VIEW serving.late_trades AS
SELECT l.symbol, l.bucket, l.trades
FROM speed.late_trades l;

COMMENT ON VIEW serving.late_trades IS 'Trades per minute that came too late for the live bars';

DROP VIEW IF EXISTS serving.alerts;
CREATE VIEW serving.alerts AS
SELECT a.id, a.kind, a.severity, a.symbol, a.occurred_at, a.message, a.value, a.threshold, a.raised_at
FROM speed.alerts a;

COMMENT ON VIEW serving.alerts IS 'News bursts, price moves and feed gaps, each once';

GRANT SELECT ON serving.news, serving.news_windows, serving.trending_terms, serving.news_buzz, serving.feed_gaps,
    serving.late_trades, serving.alerts TO dashboard_reader;
