-- Bars of one symbol and interval whose bucket starts in [p_from, p_to), oldest first. A null bound is no bound.
-- Prices are null where no trade was eligible to set them. layer tells which layer a bar comes from.
-- Raises invalid_parameter_value for an interval that is not 1m, 5m, 15m, 1h or 1d.
DROP FUNCTION IF EXISTS serving.bars(text, text, timestamptz, timestamptz);
DROP VIEW IF EXISTS serving.all_bars;

CREATE VIEW serving.all_bars AS
SELECT b.symbol, b.interval, b.bucket, b.open, b.high, b.low, b.close, b.volume, b.vwap, b.trades, b.eligible_trades,
       b.late_trades, b.first_trade_time, b.last_trade_time, 'batch'::text AS layer
FROM batch.bars b;

COMMENT ON VIEW serving.all_bars IS 'Every bar that is served; serving.bars reads it';

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
    ROWS 1000
    SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
BEGIN
    IF p_interval IS NULL OR p_interval NOT IN ('1m', '5m', '15m', '1h', '1d') THEN
        RAISE EXCEPTION 'there are no bars of interval %: it is one of 1m, 5m, 15m, 1h, 1d',
            coalesce(quote_literal(p_interval), 'null') USING ERRCODE = 'invalid_parameter_value';
    END IF;
    RETURN QUERY
    SELECT b.bucket, b.open, b.high, b.low, b.close, b.volume, b.vwap, b.trades, b.eligible_trades, b.late_trades,
           b.first_trade_time, b.last_trade_time, b.layer
    FROM serving.all_bars b
    WHERE b.symbol = p_symbol
      AND b.interval = p_interval
      AND b.bucket >= coalesce(p_from, '-infinity')
      AND b.bucket < coalesce(p_to, 'infinity')
    ORDER BY b.bucket;
END
$$;

REVOKE ALL ON FUNCTION serving.bars(text, text, timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION serving.bars(text, text, timestamptz, timestamptz) TO dashboard_reader;
GRANT SELECT ON serving.all_bars TO dashboard_reader;
