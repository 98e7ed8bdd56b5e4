-- The comparison of both layers, and what becomes of speed rows afterwards. Called by batch.publish_run. Functions that
-- return rows are dropped first: one with other columns cannot replace them.
DROP FUNCTION IF EXISTS batch.compared_minutes(date, timestamptz, text);
DROP FUNCTION IF EXISTS batch.furthest_figure(batch.bars, speed.bars_1m);

-- How far apart two values are, as a share of the greater magnitude: 0 when equal (also when both are null), 1 when only
-- one of them is null.
CREATE OR REPLACE FUNCTION batch.relative_difference(p_one double precision, p_other double precision)
    RETURNS double precision
    LANGUAGE sql
    IMMUTABLE
    PARALLEL SAFE
AS $$
    SELECT CASE
        WHEN p_one IS NOT DISTINCT FROM p_other THEN 0
        WHEN p_one IS NULL OR p_other IS NULL THEN 1
        ELSE abs(p_one - p_other) / greatest(abs(p_one), abs(p_other))
    END
$$;

-- The minutes of a date below its boundary that either layer has, each with what the comparison says: equal, different,
-- only_batch, only_speed or unseen, as batch.reconciliation defines them; settled and live are the layers' rows. A null
-- symbol stands for all. Without settings of its own, so that it becomes a part of the query that asks it.
CREATE FUNCTION batch.compared_minutes(p_dt date, p_boundary timestamptz, p_symbol text)
    RETURNS TABLE (symbol text, bucket timestamptz, verdict text, settled batch.bars, live speed.bars_1m)
    LANGUAGE sql
    STABLE
AS $$
    WITH day AS (
        SELECT p_dt::timestamp AT TIME ZONE 'UTC' AS since, (p_dt + 1)::timestamp AT TIME ZONE 'UTC' AS before),
    work AS (
        SELECT min(s.bucket) AS since, max(s.bucket) AS until
        FROM day d JOIN speed.bars_1m s ON s.bucket >= d.since AND s.bucket < d.before),
    settled AS (
        SELECT b.symbol, b.bucket, b AS bar
        FROM day d JOIN batch.bars b ON b.interval = '1m' AND b.bucket >= d.since AND b.bucket < p_boundary
        WHERE p_symbol IS NULL OR b.symbol = p_symbol),
    live AS (
        SELECT s.symbol, s.bucket, s AS bar
        FROM day d JOIN speed.bars_1m s ON s.bucket >= d.since AND s.bucket < p_boundary
        WHERE p_symbol IS NULL OR s.symbol = p_symbol)
    SELECT symbol, bucket,
           CASE
               WHEN s.bar IS NULL AND bucket BETWEEN w.since AND w.until THEN 'only_batch'
               WHEN s.bar IS NULL THEN 'unseen'
               WHEN b.bar IS NULL THEN 'only_speed'
               WHEN ((b.bar).open, (b.bar).high, (b.bar).low, (b.bar).close, (b.bar).trades, (b.bar).eligible_trades,
                     (b.bar).late_trades)
                        IS NOT DISTINCT FROM
                    ((s.bar).open, (s.bar).high, (s.bar).low, (s.bar).close, (s.bar).trades, (s.bar).eligible_trades,
                     (s.bar).late_trades)
                    AND batch.relative_difference((b.bar).volume, (s.bar).volume) <= 1e-9
                    AND batch.relative_difference((b.bar).vwap, (s.bar).vwap) <= 1e-9 THEN 'equal'
               ELSE 'different'
           END,
           b.bar, s.bar
    FROM settled b FULL JOIN live s USING (symbol, bucket) CROSS JOIN work w
$$;

-- The figure in which two bars of a minute are furthest apart, and by how many basis points; no row when none differs.
CREATE FUNCTION batch.furthest_figure(p_settled batch.bars, p_live speed.bars_1m)
    RETURNS TABLE (field text, difference double precision)
    LANGUAGE sql
    IMMUTABLE
    ROWS 1
AS $$
    SELECT f.field, 10000 * f.share
    FROM (VALUES (1, 'open', batch.relative_difference(p_settled.open, p_live.open)),
                 (2, 'high', batch.relative_difference(p_settled.high, p_live.high)),
                 (3, 'low', batch.relative_difference(p_settled.low, p_live.low)),
                 (4, 'close', batch.relative_difference(p_settled.close, p_live.close)),
                 (5, 'vwap', batch.relative_difference(p_settled.vwap, p_live.vwap)),
                 (6, 'volume', batch.relative_difference(p_settled.volume, p_live.volume))) f (place, field, share)
    WHERE f.share > 0
    ORDER BY f.share DESC, f.place
    LIMIT 1
$$;

-- Compares a published date with the speed layer and stores the result in place of the one before. Does nothing when the
-- date's speed rows have gone since an earlier comparison: that one stays. The caller holds the date's lock.
CREATE OR REPLACE FUNCTION batch.reconcile(p_dt date) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
    SET work_mem = '64MB'
AS $$
DECLARE
    known    batch.reconciled_dates;
    boundary CONSTANT timestamptz := (SELECT t.boundary FROM serving.tidemark t WHERE t.dt = p_dt);
    since    CONSTANT timestamptz := p_dt::timestamp AT TIME ZONE 'UTC';
    before   CONSTANT timestamptz := (p_dt + 1)::timestamp AT TIME ZONE 'UTC';
    first_at timestamptz;
    last_at  timestamptz;
BEGIN
    SELECT * INTO known FROM batch.reconciled_dates d WHERE d.dt = p_dt;
    SELECT min(s.bucket), max(s.bucket) INTO first_at, last_at
    FROM speed.bars_1m s WHERE s.bucket >= since AND s.bucket < before;
    IF known.forgotten_at IS NOT NULL OR (first_at IS NULL AND known.speed_from IS NOT NULL) THEN
        RETURN;
    END IF;

    DELETE FROM batch.reconciled_dates d WHERE d.dt = p_dt;
    INSERT INTO batch.reconciled_dates (dt, run_id, compared_at, compared_until, speed_from, speed_until)
    SELECT p_dt, c.run_id, clock_timestamp(), boundary, first_at, last_at + INTERVAL '1 minute'
    FROM batch.coverage c
    WHERE c.dt = p_dt;
    INSERT INTO batch.reconciliation
    WITH minutes AS MATERIALIZED (SELECT * FROM batch.compared_minutes(p_dt, boundary, null)),
    counts AS (
        SELECT m.symbol,
               count(*) FILTER (WHERE m.verdict = 'equal') AS equal,
               count(*) FILTER (WHERE m.verdict = 'different') AS different,
               count(*) FILTER (WHERE m.verdict = 'only_batch') AS only_batch,
               count(*) FILTER (WHERE m.verdict = 'only_speed') AS only_speed,
               count(*) FILTER (WHERE m.verdict = 'unseen') AS unseen,
               count(l.trades) FILTER (WHERE m.verdict IN ('different', 'only_batch')) AS with_late_trades
        FROM minutes m
        LEFT JOIN speed.late_trades l ON l.symbol = m.symbol AND l.bucket = m.bucket
        GROUP BY m.symbol),
    largest AS (
        SELECT DISTINCT ON (m.symbol) m.symbol, f.difference, f.field, m.bucket
        FROM minutes m CROSS JOIN LATERAL batch.furthest_figure(m.settled, m.live) f
        WHERE m.verdict = 'different'
        ORDER BY m.symbol, f.difference DESC, m.bucket)
    SELECT p_dt, c.symbol, c.equal, c.different, c.only_batch, c.only_speed, c.unseen, c.with_late_trades,
           l.difference, l.field, l.bucket
    FROM counts c LEFT JOIN largest l ON l.symbol = c.symbol;
END
$$;

-- Deletes the speed rows of dates that the batch covers to their end and that lie further behind the speed layer's newest
-- date than batch.speed_retention says; a date is compared a last time before. The oldest dates first, and not more than
-- a week of them at a time, so that a publication stays short. Rows that the speed layer is just writing, and dates that
-- another run works on, are left to the next call: it waits for nobody.
CREATE OR REPLACE FUNCTION batch.forget_covered() RETURNS bigint
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    old       record;
    deleted   bigint;
    forgotten bigint := 0;
BEGIN
    FOR old IN
        WITH RECURSIVE dates AS (
            SELECT min(s.bucket) AS first_bucket FROM speed.bars_1m s
            UNION ALL
            SELECT (SELECT min(s.bucket) FROM speed.bars_1m s
                    WHERE s.bucket >= ((d.first_bucket AT TIME ZONE 'UTC')::date + 1)::timestamp AT TIME ZONE 'UTC')
            FROM dates d
            WHERE d.first_bucket IS NOT NULL)
        SELECT o.dt, o.dt::timestamp AT TIME ZONE 'UTC' AS since, (o.dt + 1)::timestamp AT TIME ZONE 'UTC' AS before
        FROM (SELECT (d.first_bucket AT TIME ZONE 'UTC')::date AS dt FROM dates d WHERE d.first_bucket IS NOT NULL) o
        JOIN batch.coverage c ON c.dt = o.dt
        WHERE c.covered_until >= (o.dt + 1)::timestamp AT TIME ZONE 'UTC'
          AND o.dt < (SELECT (max(s.bucket) AT TIME ZONE 'UTC')::date FROM speed.bars_1m s)
                     - (SELECT r.days FROM batch.speed_retention r)
        ORDER BY o.dt
        LIMIT 7
    LOOP
        -- Its coverage is read again under the lock: another run may just have moved it.
        CONTINUE WHEN NOT batch.try_lock_date(old.dt)
            OR NOT EXISTS (SELECT FROM batch.coverage c WHERE c.dt = old.dt AND c.covered_until >= old.before);
        PERFORM batch.reconcile(old.dt);
        DELETE FROM speed.bars_1m s
        USING (SELECT l.symbol, l.bucket FROM speed.bars_1m l
               WHERE l.bucket >= old.since AND l.bucket < old.before
               FOR UPDATE SKIP LOCKED) gone
        WHERE s.symbol = gone.symbol AND s.bucket = gone.bucket;
        GET DIAGNOSTICS deleted = ROW_COUNT;
        forgotten := forgotten + deleted;
        DELETE FROM speed.late_trades s
        USING (SELECT l.symbol, l.bucket FROM speed.late_trades l
               WHERE l.bucket >= old.since AND l.bucket < old.before
               FOR UPDATE SKIP LOCKED) gone
        WHERE s.symbol = gone.symbol AND s.bucket = gone.bucket;
        UPDATE batch.reconciled_dates d SET forgotten_at = coalesce(d.forgotten_at, clock_timestamp())
        WHERE d.dt = old.dt;
    END LOOP;
    RETURN forgotten;
END
$$;

-- Deletes news, and figures of news, older than so long before the newest story; returns how many rows. Nothing calls it
-- by itself, since the batch does not cover news yet: whoever does decides that they may go.
CREATE OR REPLACE FUNCTION batch.forget_news(p_keep interval) RETURNS bigint
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    oldest    timestamptz;
    deleted   bigint;
    forgotten bigint := 0;
    dated     record;
BEGIN
    IF p_keep IS NULL OR p_keep < INTERVAL '0' THEN
        RAISE EXCEPTION 'news cannot be kept for %', coalesce(quote_literal(p_keep), 'null')
            USING ERRCODE = 'invalid_parameter_value';
    END IF;
    SELECT max(n.published_at) - p_keep INTO oldest FROM speed.news n;
    FOR dated IN SELECT * FROM (VALUES ('news', 'published_at'), ('news_windows', 'bucket'), ('news_terms', 'bucket'),
                                       ('news_buzz', 'bucket')) t (name, instant) LOOP
        EXECUTE format('DELETE FROM speed.%I WHERE %I < $1', dated.name, dated.instant) USING oldest;
        GET DIAGNOSTICS deleted = ROW_COUNT;
        forgotten := forgotten + deleted;
    END LOOP;
    RETURN forgotten;
END
$$;

REVOKE ALL ON FUNCTION batch.relative_difference(double precision, double precision) FROM PUBLIC;
REVOKE ALL ON FUNCTION batch.compared_minutes(date, timestamptz, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION batch.furthest_figure(batch.bars, speed.bars_1m) FROM PUBLIC;
REVOKE ALL ON FUNCTION batch.reconcile(date) FROM PUBLIC;
REVOKE ALL ON FUNCTION batch.forget_covered() FROM PUBLIC;
REVOKE ALL ON FUNCTION batch.forget_news(interval) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION batch.forget_news(interval) TO batch_writer;
