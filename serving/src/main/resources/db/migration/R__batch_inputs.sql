-- What a batch run reads of others: the speed layer's feed gaps, and the daily statistics that are published.

-- The spans in which a feed was not heard, oldest first. The batch layer does not land them: they are a judgement on data,
-- not data. Dropped first: one with other columns cannot replace it.
DROP FUNCTION IF EXISTS batch.feed_gaps();
CREATE FUNCTION batch.feed_gaps()
    RETURNS TABLE (feed text, started_at timestamptz, ended_at timestamptz, symbols text[], reason text)
    LANGUAGE sql
    STABLE
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT g.feed, g.started_at, g.ended_at, g.symbols, g.reason FROM speed.feed_gaps g ORDER BY g.started_at, g.feed
$$;

REVOKE ALL ON FUNCTION batch.feed_gaps() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION batch.feed_gaps() TO batch_writer;
GRANT SELECT ON batch.daily_statistics TO batch_writer;
