-- How far the speed layer was right, for the dashboard. The function is dropped first: one with other columns cannot replace it.
DROP FUNCTION IF EXISTS serving.reconciliation_minutes(date, text);

CREATE OR REPLACE VIEW serving.reconciliation AS
SELECT r.dt, r.symbol, r.equal, r.different, r.only_batch, r.only_speed, r.unseen, r.with_late_trades,
       r.largest_difference, r.largest_field, r.largest_bucket, d.speed_from, d.speed_until, d.compared_until,
       d.compared_at, d.run_id, u.conditions, d.forgotten_at
FROM batch.reconciliation r
JOIN batch.reconciled_dates d ON d.dt = r.dt
LEFT JOIN batch.runs u ON u.run_id = d.run_id;

COMMENT ON VIEW serving.reconciliation IS 'Per UTC date and symbol: how many one-minute bars below the boundary agree between batch and speed';
COMMENT ON COLUMN serving.reconciliation.equal IS 'Open, high, low, close and counts agree exactly, volume and VWAP to 1e-9 relative';
COMMENT ON COLUMN serving.reconciliation.different IS 'Both layers have the minute and it is not equal';
COMMENT ON COLUMN serving.reconciliation.only_batch IS 'The speed layer was at work on other minutes before and after, or on other symbols, and has no such bar';
COMMENT ON COLUMN serving.reconciliation.only_speed IS 'The batch has no such bar';
COMMENT ON COLUMN serving.reconciliation.unseen IS 'Minutes of the batch before speed_from or from speed_until on: the speed layer was not at work';
COMMENT ON COLUMN serving.reconciliation.with_late_trades IS 'Those of different and only_batch for which trades came too late for the speed layer';
COMMENT ON COLUMN serving.reconciliation.largest_difference IS 'Basis points of the greater of both values, over open, high, low, close, VWAP and volume; null when these agree';
COMMENT ON COLUMN serving.reconciliation.conditions IS 'The batch''s table of sale conditions; the speed layer''s must be the same for bars to agree';
COMMENT ON COLUMN serving.reconciliation.forgotten_at IS 'When the date''s speed rows were deleted; the figures stay as they were then';

-- The minutes of a date and symbol that are different, only_batch or only_speed, oldest first: the rows of both layers
-- side by side, as they are now. late_trades counts the trades that came too late for the speed layer. No row when all
-- agree, and none when the date's speed rows were deleted.
-- With its owner's rights, because the reader may not look below schema serving.
CREATE FUNCTION serving.reconciliation_minutes(p_dt date, p_symbol text)
    RETURNS TABLE (
        bucket                timestamptz,
        verdict               text,
        field                 text,
        difference            double precision,
        late_trades           bigint,
        speed_closed          boolean,
        batch_open            double precision,
        speed_open            double precision,
        batch_high            double precision,
        speed_high            double precision,
        batch_low             double precision,
        speed_low             double precision,
        batch_close           double precision,
        speed_close           double precision,
        batch_volume          double precision,
        speed_volume          double precision,
        batch_vwap            double precision,
        speed_vwap            double precision,
        batch_trades          bigint,
        speed_trades          bigint,
        batch_eligible_trades bigint,
        speed_eligible_trades bigint,
        batch_late_trades     bigint,
        speed_late_trades     bigint)
    LANGUAGE sql
    STABLE
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
    WITH minutes AS MATERIALIZED (
        SELECT m.*
        FROM serving.tidemark t
        CROSS JOIN LATERAL batch.compared_minutes(t.dt, t.boundary, p_symbol) m
        WHERE t.dt = p_dt AND m.verdict IN ('different', 'only_batch', 'only_speed')
          AND NOT EXISTS (SELECT FROM batch.reconciled_dates d WHERE d.dt = p_dt AND d.forgotten_at IS NOT NULL))
    SELECT m.bucket, m.verdict, f.field, f.difference, coalesce(l.trades, 0), (m.live).closed,
           (m.settled).open, (m.live).open, (m.settled).high, (m.live).high, (m.settled).low, (m.live).low,
           (m.settled).close, (m.live).close, (m.settled).volume, (m.live).volume, (m.settled).vwap, (m.live).vwap,
           (m.settled).trades, (m.live).trades, (m.settled).eligible_trades, (m.live).eligible_trades,
           (m.settled).late_trades, (m.live).late_trades
    FROM minutes m
    LEFT JOIN LATERAL batch.furthest_figure(m.settled, m.live) f ON m.verdict = 'different'
    LEFT JOIN speed.late_trades l ON l.symbol = m.symbol AND l.bucket = m.bucket
    ORDER BY m.bucket
$$;

REVOKE ALL ON FUNCTION serving.reconciliation_minutes(date, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION serving.reconciliation_minutes(date, text) TO dashboard_reader;
GRANT SELECT ON serving.reconciliation TO dashboard_reader;
