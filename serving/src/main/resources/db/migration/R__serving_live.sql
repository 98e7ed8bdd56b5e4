-- What the speed layer knows, as it stands, and how to follow it. The function is dropped first: one with other columns
-- cannot replace it.
DROP FUNCTION IF EXISTS serving.changes_since(timestamptz);

CREATE OR REPLACE VIEW serving.last_price AS
SELECT p.symbol, p.price, p.trade_time, p.session, p.session_open, p.previous_close, p.change, p.change_percent,
       p.updated_at
FROM speed.last_price p;

COMMENT ON VIEW serving.last_price IS 'Live last price per symbol with its session''s change. One row a symbol: reading all of it and comparing updated_at is the cheapest way to see which prices moved; bars can also change without their price, see serving.changes_since';

-- Symbols whose live price or live minutes were written after an instant of this server's clock: the earliest minute that
-- changed, to read bars again from (null when only the price did), and when it was last written. Ask with the greatest
-- updated_at of the answer before. A row shows when its transaction ends, a little after its updated_at: changes of the two
-- seconds before the instant are therefore told again. None is missed as long as each transaction of the speed layer ends
-- within two seconds of writing its first row; one that took longer may go untold until its symbol changes again, so read
-- everything anew now and then. Looks at the latest half hour of minutes, three
-- times the lateness that the job allows; what is older changes by a replay or a publication (serving.coverage.published_at).
-- No index on updated_at: it would make every update of a live row a new entry in every index of the table.
-- With its owner's rights, because the reader may not look below schema serving.
CREATE FUNCTION serving.changes_since(p_since timestamptz)
    RETURNS TABLE (symbol text, changed_from timestamptz, updated_at timestamptz)
    LANGUAGE sql
    STABLE
    SECURITY DEFINER
    ROWS 50
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT c.symbol, min(c.bucket), max(c.updated_at)
    FROM (SELECT s.symbol, s.bucket, s.updated_at
          FROM speed.bars_1m s
          WHERE s.bucket > (SELECT max(n.bucket) FROM speed.bars_1m n) - INTERVAL '30 minutes'
          UNION ALL
          SELECT p.symbol, null, p.updated_at
          FROM speed.last_price p) c
    WHERE c.updated_at > p_since - INTERVAL '2 seconds'
    GROUP BY c.symbol
$$;

REVOKE ALL ON FUNCTION serving.changes_since(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION serving.changes_since(timestamptz) TO dashboard_reader;
GRANT SELECT ON serving.last_price TO dashboard_reader;
