-- The merge of the lambda architecture stands here, once: batch below the tidemark, speed at and above it.
-- Views are replaced, not dropped: others are made of them. A column may be added at the end only. The function is dropped,
-- since one with other columns cannot replace it; its grants are given again below.
DROP VIEW IF EXISTS serving.all_bars;
DROP FUNCTION IF EXISTS serving.bars(text, text, timestamptz, timestamptz);

CREATE OR REPLACE VIEW serving.tidemark AS
SELECT c.dt, date_bin(INTERVAL '1 minute', c.covered_until, TIMESTAMPTZ '2000-01-01 00:00Z') AS boundary
FROM batch.coverage c;

COMMENT ON VIEW serving.tidemark IS 'Per UTC date the start of the first minute that the published batch does not cover as a whole';

-- Each minute once. At and above the boundary the batch has seen a part of a minute at most, so the speed layer's bar
-- counts; where that has none (it does not run, or the trades were too late for it), the batch's is better than nothing.
CREATE OR REPLACE VIEW serving.bars_1m AS
SELECT b.symbol, b.bucket, b.open, b.high, b.low, b.close, b.volume, b.vwap, b.trades, b.eligible_trades, b.late_trades,
       b.first_trade_time, b.last_trade_time, 'batch'::text AS layer
FROM batch.bars b
LEFT JOIN serving.tidemark t ON t.dt = (b.bucket AT TIME ZONE 'UTC')::date
WHERE b.interval = '1m'
  -- Not a join: this looks for a live minute only beside the few of the batch that lie above the boundary.
  AND (b.bucket < t.boundary
       OR (SELECT s.revision FROM speed.bars_1m s WHERE s.symbol = b.symbol AND s.bucket = b.bucket) IS NULL)
UNION ALL
SELECT s.symbol, s.bucket, s.open, s.high, s.low, s.close, s.volume, s.vwap, s.trades, s.eligible_trades, s.late_trades,
       s.first_trade_time, s.last_trade_time, 'speed'::text
FROM speed.bars_1m s
LEFT JOIN serving.tidemark t ON t.dt = (s.bucket AT TIME ZONE 'UTC')::date
WHERE t.boundary IS NULL OR s.bucket >= t.boundary;

COMMENT ON VIEW serving.bars_1m IS 'One-minute bars: batch below the boundary, speed at and above it; layer says which';

-- The spans in which the speed layer's bars may count: from the boundary, or the start of a date that is not published, to
-- the end of the date. A few rows, found by as many looks into an index, however many speed rows there are.
CREATE OR REPLACE VIEW serving.unsettled AS
WITH RECURSIVE live (day) AS (
    SELECT (SELECT date_trunc('day', min(s.bucket), 'UTC') FROM speed.bars_1m s)
    UNION ALL
    SELECT (SELECT date_trunc('day', min(s.bucket), 'UTC') FROM speed.bars_1m s
            WHERE s.bucket >= l.day + INTERVAL '24 hours')
    FROM live l
    WHERE l.day IS NOT NULL),
dates (dt) AS (
    SELECT (l.day AT TIME ZONE 'UTC')::date FROM live l WHERE l.day IS NOT NULL
    UNION
    SELECT t.dt FROM serving.tidemark t WHERE t.boundary < (t.dt + 1)::timestamp AT TIME ZONE 'UTC')
SELECT d.dt, coalesce(t.boundary, d.dt::timestamp AT TIME ZONE 'UTC') AS since,
       (d.dt + 1)::timestamp AT TIME ZONE 'UTC' AS before
FROM dates d
LEFT JOIN serving.tidemark t ON t.dt = d.dt
WHERE t.boundary IS NULL OR t.boundary < (d.dt + 1)::timestamp AT TIME ZONE 'UTC';

COMMENT ON VIEW serving.unsettled IS 'Per UTC date that the batch does not cover to its end: from where to where the speed layer counts';

-- Bars of one symbol and interval whose bucket starts in [p_from, p_to), oldest first. A null bound is no bound.
-- Prices are null where no trade was eligible to set them. layer is batch or speed, or merged for a longer bar with
-- minutes of both. Longer bars that the batch covers are the batch's; the others are rolled up from the merged minutes, and
-- a date's from the batch's hours as far as they are covered.
-- Raises invalid_parameter_value for an interval that is not 1m, 5m, 15m, 1h or 1d.
-- With its owner's rights, because the reader may not look below schema serving. Stable: all that it reads is of one instant,
-- the calling statement's. Asked often and for little: looks into indexes, and neither workers nor compiled plans, pay.
CREATE FUNCTION serving.bars(p_symbol text, p_interval text, p_from timestamptz, p_to timestamptz)
    RETURNS TABLE (
        bucket           timestamptz,
        open             double precision,
        high             double precision,
        low              double precision,
        close            double precision,
        volume           double precision,
        vwap             double precision,
        trades           bigint,
        eligible_trades  bigint,
        late_trades      bigint,
        first_trade_time timestamptz,
        last_trade_time  timestamptz,
        layer            text)
    LANGUAGE plpgsql
    STABLE
    SECURITY DEFINER
    ROWS 1000
    SET search_path = pg_catalog, pg_temp
    SET max_parallel_workers_per_gather = 0
    SET jit = off
    SET random_page_cost = 1.1
AS $$
#variable_conflict use_column
DECLARE
    origin      CONSTANT timestamptz := TIMESTAMPTZ '2000-01-01 00:00Z';
    asked_from  CONSTANT timestamptz := coalesce(p_from, '-infinity');
    asked_until CONSTANT timestamptz := coalesce(p_to, 'infinity');
    span        CONSTANT interval := CASE p_interval
        WHEN '1m' THEN INTERVAL '1 minute'
        WHEN '5m' THEN INTERVAL '5 minutes'
        WHEN '15m' THEN INTERVAL '15 minutes'
        WHEN '1h' THEN INTERVAL '1 hour'
        WHEN '1d' THEN INTERVAL '24 hours'
    END;
BEGIN
    IF span IS NULL THEN
        RAISE EXCEPTION 'there are no bars of interval %: it is one of 1m, 5m, 15m, 1h, 1d',
            coalesce(quote_literal(p_interval), 'null') USING ERRCODE = 'invalid_parameter_value';
    END IF;
    IF p_interval = '1m' THEN
        RETURN QUERY
        SELECT m.bucket, m.open, m.high, m.low, m.close, m.volume, m.vwap, m.trades, m.eligible_trades, m.late_trades,
               m.first_trade_time, m.last_trade_time, m.layer
        FROM serving.bars_1m m
        WHERE m.symbol = p_symbol AND m.bucket >= asked_from AND m.bucket < asked_until
        ORDER BY m.bucket;
        RETURN;
    END IF;
    RETURN QUERY
    -- From the start of the bucket that the boundary is in; minute by minute from the hour that it is in. No bucket spans two
    -- dates.
    WITH unsettled AS (
        SELECT date_bin(span, u.since, origin) AS since,
               date_bin(least(span, INTERVAL '1 hour'), u.since, origin) AS minutes_since, u.before
        FROM serving.unsettled u
        WHERE u.before > asked_from AND u.since < asked_until + span)
    SELECT b.bucket, b.open, b.high, b.low, b.close, b.volume, b.vwap, b.trades, b.eligible_trades, b.late_trades,
           b.first_trade_time, b.last_trade_time, 'batch'::text
    FROM batch.bars b
    JOIN serving.tidemark t ON t.dt = (b.bucket AT TIME ZONE 'UTC')::date
    WHERE b.symbol = p_symbol AND b.interval = p_interval AND b.bucket >= asked_from AND b.bucket < asked_until
      AND b.bucket + span <= t.boundary
    UNION ALL
    SELECT m.start,
           (array_agg(m.open ORDER BY m.bucket) FILTER (WHERE m.open IS NOT NULL))[1],
           max(m.high),
           min(m.low),
           (array_agg(m.close ORDER BY m.bucket DESC) FILTER (WHERE m.close IS NOT NULL))[1],
           sum(m.volume),
           sum(m.vwap * m.volume) / nullif(sum(m.volume), 0),
           sum(m.trades)::bigint,
           sum(m.eligible_trades)::bigint,
           sum(m.late_trades)::bigint,
           min(m.first_trade_time),
           max(m.last_trade_time),
           CASE WHEN min(m.layer) = max(m.layer) THEN min(m.layer) ELSE 'merged' END
    FROM unsettled u
    CROSS JOIN LATERAL (
        SELECT n.*, date_bin(span, n.bucket, origin) AS start
        FROM serving.bars_1m n
        WHERE n.symbol = p_symbol AND n.bucket >= u.minutes_since AND n.bucket < u.before
          AND n.bucket >= asked_from AND n.bucket < asked_until + span
        UNION ALL
        -- Hours that the batch covers stand for their minutes, of which a date has up to 1440.
        SELECT h.symbol, h.bucket, h.open, h.high, h.low, h.close, h.volume, h.vwap, h.trades, h.eligible_trades,
               h.late_trades, h.first_trade_time, h.last_trade_time, 'batch'::text, date_bin(span, h.bucket, origin)
        FROM batch.bars h
        WHERE h.symbol = p_symbol AND h.interval = '1h' AND h.bucket >= u.since AND h.bucket < u.minutes_since
          AND h.bucket >= asked_from AND h.bucket < asked_until + span
        -- Keeps it a query of its own, which reads this span only; joined, it would read all minutes of the symbol.
        OFFSET 0) m
    WHERE m.start >= asked_from AND m.start < asked_until
    GROUP BY m.start
    ORDER BY 1;
END
$$;

-- On plain tables planning a call for its very bounds takes longer than the answer: one plan serves all. On hypertables that
-- one would be of all chunks, and costs more than it saves.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_extension e WHERE e.extname = 'timescaledb') THEN
        ALTER FUNCTION serving.bars(text, text, timestamptz, timestamptz) SET plan_cache_mode = force_generic_plan;
    END IF;
END
$$;

REVOKE ALL ON FUNCTION serving.bars(text, text, timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION serving.bars(text, text, timestamptz, timestamptz) TO dashboard_reader;
GRANT SELECT ON serving.bars_1m, serving.tidemark TO dashboard_reader;
