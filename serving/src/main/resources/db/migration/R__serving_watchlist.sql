-- One row a symbol. Everything is relative to the symbol's own latest UTC date, so that a recorded day reads as it did.
DROP VIEW IF EXISTS serving.watchlist;
CREATE VIEW serving.watchlist AS
SELECT day.symbol,
       latest.close                                                       AS last,
       latest.last_trade_time                                             AS last_time,
       coalesce(previous.close, day.open)                                 AS previous_close,
       latest.close - coalesce(previous.close, day.open)                  AS change,
       100 * (latest.close - coalesce(previous.close, day.open))
           / nullif(coalesce(previous.close, day.open), 0)                AS change_percent,
       day.volume,
       coalesce(recent.closes, '{}')                                      AS sparkline
FROM (SELECT DISTINCT ON (d.symbol) d.symbol, d.bucket, d.open, d.volume
      FROM batch.bars d
      WHERE d.interval = '1d'
      ORDER BY d.symbol, d.bucket DESC) day
LEFT JOIN LATERAL (SELECT m.close, m.last_trade_time
                   FROM batch.bars m
                   WHERE m.symbol = day.symbol AND m.interval = '1m' AND m.close IS NOT NULL
                   ORDER BY m.bucket DESC
                   LIMIT 1) latest ON true
LEFT JOIN LATERAL (SELECT d.close
                   FROM batch.bars d
                   WHERE d.symbol = day.symbol AND d.interval = '1d' AND d.bucket < day.bucket AND d.close IS NOT NULL
                   ORDER BY d.bucket DESC
                   LIMIT 1) previous ON true
LEFT JOIN LATERAL (SELECT array_agg(c.close ORDER BY c.bucket) AS closes
                   FROM (SELECT m.bucket, m.close
                         FROM batch.bars m
                         WHERE m.symbol = day.symbol AND m.interval = '1m' AND m.close IS NOT NULL
                         ORDER BY m.bucket DESC
                         LIMIT 60) c) recent ON true;

COMMENT ON VIEW serving.watchlist IS 'Last price, change against the previous close, the latest date''s volume and the closes of the last 60 minutes that have one';
COMMENT ON COLUMN serving.watchlist.last IS 'Close of the latest minute that has one';
COMMENT ON COLUMN serving.watchlist.last_time IS 'Last trade time of that minute';
COMMENT ON COLUMN serving.watchlist.previous_close IS 'Close of the latest earlier date that has one, or else the open of the date';
COMMENT ON COLUMN serving.watchlist.sparkline IS 'Closes of the last 60 one-minute bars that have one, oldest first';

GRANT SELECT ON serving.watchlist TO dashboard_reader;
