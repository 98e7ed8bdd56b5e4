-- One row a symbol, as both layers together know it. Everything is relative to the symbol's own latest UTC date, so that a
-- recorded day reads as it did. Dropped first, the view before the function that it is made of: a function with other
-- columns cannot replace one.
DROP VIEW IF EXISTS serving.watchlist;
DROP FUNCTION IF EXISTS serving.quotes();

-- Asked several times a second: every part looks at a bounded number of rows per symbol, whatever the tables hold. With its
-- owner's rights, because the reader may not look below schema serving.
CREATE FUNCTION serving.quotes()
    RETURNS TABLE (
        symbol         text,
        last           double precision,
        last_time      timestamptz,
        previous_close double precision,
        change         double precision,
        change_percent double precision,
        volume         double precision,
        sparkline      double precision[],
        layer          text,
        updated_at     timestamptz)
    LANGUAGE plpgsql
    STABLE
    SECURITY DEFINER
    ROWS 50
    SET search_path = pg_catalog, pg_temp
    SET max_parallel_workers_per_gather = 0
    SET jit = off
    SET random_page_cost = 1.1
AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH RECURSIVE published (symbol) AS (
        SELECT min(b.symbol) FROM batch.bars b WHERE b.interval = '1d'
        UNION ALL
        SELECT (SELECT min(b.symbol) FROM batch.bars b WHERE b.interval = '1d' AND b.symbol > p.symbol)
        FROM published p
        WHERE p.symbol IS NOT NULL),
    symbols AS (
        SELECT p.symbol FROM published p WHERE p.symbol IS NOT NULL
        UNION
        SELECT p.symbol FROM speed.last_price p),
    unsettled AS MATERIALIZED (SELECT u.dt, u.since, u.before FROM serving.unsettled u),
    -- The symbol's latest date, and until when it has no more live minutes than the batch's hours leave out.
    dates AS MATERIALIZED (
        SELECT y.symbol, a.day, p.price, p.trade_time, p.updated_at,
               CASE WHEN p.session = a.dt THEN p.previous_close END AS session_previous_close,
               CASE WHEN p.session = a.dt THEN p.session_open END AS session_open,
               CASE WHEN d.bucket = a.day THEN d.open END AS settled_open,
               CASE WHEN d.bucket = a.day THEN d.volume END AS settled_volume,
               date_bin(INTERVAL '1 hour', u.since, a.day) AS live_from, u.before AS live_until
        FROM symbols y
        LEFT JOIN speed.last_price p ON p.symbol = y.symbol
        LEFT JOIN LATERAL (SELECT b.bucket, b.open, b.volume
                           FROM batch.bars b
                           WHERE b.symbol = y.symbol AND b.interval = '1d'
                           ORDER BY b.bucket DESC
                           LIMIT 1) d ON true
        CROSS JOIN LATERAL (SELECT g.dt, g.dt::timestamp AT TIME ZONE 'UTC' AS day
                            FROM greatest((d.bucket AT TIME ZONE 'UTC')::date, p.session) g (dt)) a
        LEFT JOIN unsettled u ON u.dt = a.dt),
    -- One pass over a date's live minutes, which lie side by side, for all symbols; not one a symbol.
    live_volumes AS MATERIALIZED (
        SELECT v.symbol, v.live_from, sum(v.volume) AS volume
        FROM (SELECT DISTINCT d.live_from, d.live_until FROM dates d WHERE d.live_from IS NOT NULL) w
        CROSS JOIN LATERAL (SELECT n.symbol, w.live_from, n.volume
                            FROM serving.bars_1m n
                            WHERE n.bucket >= w.live_from AND n.bucket < w.live_until
                            OFFSET 0) v
        GROUP BY v.symbol, v.live_from)
    SELECT q.symbol, q.last, q.last_time, q.reference, q.last - q.reference,
           100 * (q.last - q.reference) / nullif(q.reference, 0), q.volume, q.closes, q.layer, q.written_at
    FROM (SELECT s.symbol,
                 CASE WHEN l.is_live THEN s.price ELSE r.close END AS last,
                 CASE WHEN l.is_live THEN s.trade_time ELSE r.last_trade_time END AS last_time,
                 coalesce(e.close, s.session_previous_close, s.settled_open, s.session_open) AS reference,
                 CASE WHEN s.live_from IS NULL THEN coalesce(s.settled_volume, 0)
                      ELSE coalesce(h.volume, 0) + coalesce(m.volume, 0) END AS volume,
                 coalesce(r.closes, '{}') AS closes,
                 CASE WHEN l.is_live THEN 'speed' ELSE r.layer END AS layer,
                 CASE WHEN l.is_live OR r.layer = 'speed' THEN s.updated_at ELSE c.published_at END AS written_at
          FROM dates s
          -- Where the sixty latest minutes with a close begin, and the last one before the date: of what the speed layer has
          -- where it counts, or of what the batch has, whichever is nearer. All these minutes are among the merged ones.
          -- OFFSET 0 keeps each query one of its own: it is answered once, and one on the merged minutes reads its span only.
          CROSS JOIN LATERAL (
              SELECT (SELECT n.bucket FROM speed.bars_1m n
                      WHERE n.symbol = s.symbol AND n.close IS NOT NULL
                        AND n.bucket >= (SELECT min(u.since) FROM unsettled u)
                        AND EXISTS (SELECT FROM unsettled u WHERE n.bucket >= u.since AND n.bucket < u.before)
                      ORDER BY n.bucket DESC LIMIT 1 OFFSET 59) AS latest,
                     (SELECT n.bucket FROM speed.bars_1m n
                      WHERE n.symbol = s.symbol AND n.close IS NOT NULL AND n.bucket < s.day
                        AND n.bucket >= (SELECT min(u.since) FROM unsettled u)
                        AND EXISTS (SELECT FROM unsettled u WHERE n.bucket >= u.since AND n.bucket < u.before)
                      ORDER BY n.bucket DESC LIMIT 1) AS previous
              OFFSET 0) live
          CROSS JOIN LATERAL (
              SELECT coalesce((SELECT b.bucket FROM batch.bars b
                               WHERE b.symbol = s.symbol AND b.interval = '1m' AND b.close IS NOT NULL
                                 AND b.bucket > coalesce(live.latest, '-infinity')
                               ORDER BY b.bucket DESC LIMIT 1 OFFSET 59), live.latest, '-infinity') AS latest,
                     coalesce((SELECT b.bucket FROM batch.bars b
                               WHERE b.symbol = s.symbol AND b.interval = '1m' AND b.close IS NOT NULL
                                 AND b.bucket < s.day AND b.bucket > coalesce(live.previous, '-infinity')
                               ORDER BY b.bucket DESC LIMIT 1), live.previous) AS previous
              OFFSET 0) since
          LEFT JOIN LATERAL (
              SELECT (array_agg(t.close ORDER BY t.bucket DESC))[1] AS close,
                     (array_agg(t.bucket ORDER BY t.bucket DESC))[1] AS bucket,
                     (array_agg(t.last_trade_time ORDER BY t.bucket DESC))[1] AS last_trade_time,
                     (array_agg(t.layer ORDER BY t.bucket DESC))[1] AS layer,
                     array_agg(t.close ORDER BY t.bucket) AS closes
              FROM (SELECT n.bucket, n.close, n.last_trade_time, n.layer
                    FROM serving.bars_1m n
                    WHERE n.symbol = s.symbol AND n.close IS NOT NULL
                      AND n.bucket >= since.latest
                    ORDER BY n.bucket DESC
                    LIMIT 60 OFFSET 0) t) r ON true
          LEFT JOIN LATERAL (
              SELECT n.close
              FROM serving.bars_1m n
              WHERE n.symbol = s.symbol AND n.close IS NOT NULL
                AND n.bucket >= since.previous AND n.bucket < s.day
              ORDER BY n.bucket DESC
              LIMIT 1 OFFSET 0) e ON true
          LEFT JOIN LATERAL (
              SELECT sum(b.volume) AS volume
              FROM batch.bars b
              WHERE b.symbol = s.symbol AND b.interval = '1h' AND b.bucket >= s.day AND b.bucket < s.live_from) h ON true
          LEFT JOIN live_volumes m ON m.symbol = s.symbol AND m.live_from = s.live_from
          LEFT JOIN batch.coverage c ON c.dt = (r.bucket AT TIME ZONE 'UTC')::date
          -- A live minute's close is the last price or older; of a minute of the batch that has to be seen.
          CROSS JOIN LATERAL (SELECT s.price IS NOT NULL AND s.trade_time >= coalesce(
                                  CASE r.layer WHEN 'speed' THEN r.bucket ELSE r.last_trade_time END,
                                  '-infinity') AS is_live) l) q;
END
$$;

CREATE VIEW serving.watchlist AS SELECT * FROM serving.quotes();

COMMENT ON VIEW serving.watchlist IS 'Last price, change against the previous close, the latest date''s volume and the closes of the last 60 minutes that have one, of both layers. To see what changed, ask again, or ask serving.changes_since';
COMMENT ON COLUMN serving.watchlist.last IS 'Live last price; or the close of the latest minute that has one, where that is newer or there is no live price';
COMMENT ON COLUMN serving.watchlist.last_time IS 'Time of that price; of a minute, its last trade time';
COMMENT ON COLUMN serving.watchlist.previous_close IS 'Close of the latest earlier date that has one, or else the open of the date';
COMMENT ON COLUMN serving.watchlist.volume IS 'Of the symbol''s latest UTC date, over the merged minutes';
COMMENT ON COLUMN serving.watchlist.sparkline IS 'Closes of the last 60 one-minute bars that have one, oldest first';
COMMENT ON COLUMN serving.watchlist.layer IS 'Layer that last is of; null where a symbol has no price yet';
COMMENT ON COLUMN serving.watchlist.updated_at IS 'When that layer last wrote: the live price, or the date''s publication';

REVOKE ALL ON FUNCTION serving.quotes() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION serving.quotes() TO dashboard_reader;
GRANT SELECT ON serving.watchlist TO dashboard_reader;
