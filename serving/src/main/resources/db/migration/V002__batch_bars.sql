-- Published bars. Rows change only in batch.publish_run, a whole UTC date at a time.
CREATE TABLE batch.bars (
    symbol           text             NOT NULL,
    interval         text             NOT NULL,
    bucket           timestamptz      NOT NULL,
    open             double precision,
    high             double precision,
    low              double precision,
    close            double precision,
    volume           double precision NOT NULL,
    vwap             double precision,
    trades           bigint           NOT NULL,
    eligible_trades  bigint           NOT NULL,
    late_trades      bigint           NOT NULL,
    first_trade_time timestamptz      NOT NULL,
    last_trade_time  timestamptz      NOT NULL,
    run_id           bigint           NOT NULL,
    PRIMARY KEY (symbol, interval, bucket),
    CONSTRAINT bars_interval_known CHECK (interval IN ('1m', '5m', '15m', '1h', '1d')),
    CONSTRAINT bars_high_not_below_low CHECK (high >= low),
    CONSTRAINT bars_times_in_order CHECK (bucket <= first_trade_time AND first_trade_time <= last_trade_time)
);

COMMENT ON TABLE batch.bars IS 'Bars of the batch layer, one a symbol, interval and bucket (start, UTC)';
COMMENT ON COLUMN batch.bars.open IS 'Price of the first trade eligible for "last"; null when there is none';
COMMENT ON COLUMN batch.bars.high IS 'Greatest price among trades eligible for high/low; null when there is none';
COMMENT ON COLUMN batch.bars.low IS 'Smallest price among trades eligible for high/low; null when there is none';
COMMENT ON COLUMN batch.bars.close IS 'Price of the last trade eligible for "last"; null when there is none';
COMMENT ON COLUMN batch.bars.volume IS 'Sum over trades eligible for volume, in shares or units';
COMMENT ON COLUMN batch.bars.vwap IS 'Volume-weighted average price over trades eligible for volume; null when volume is 0';
COMMENT ON COLUMN batch.bars.trades IS 'Trades eligible for volume';
COMMENT ON COLUMN batch.bars.eligible_trades IS 'Trades eligible for "last"';
COMMENT ON COLUMN batch.bars.late_trades IS 'Trades that arrived after their minute was over by more than the job''s allowance';
COMMENT ON COLUMN batch.bars.first_trade_time IS 'Time of the earliest trade that updates anything in the bar';
COMMENT ON COLUMN batch.bars.last_trade_time IS 'Time of the latest trade that updates anything in the bar';
COMMENT ON COLUMN batch.bars.run_id IS 'Run that published the row';

-- A hypertable where TimescaleDB can be used: its extension is installed on the server and its library is loaded (its
-- settings exist). Creating the extension without the library would end the session.
DO $$
DECLARE
    home text;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_available_extensions e WHERE e.name = 'timescaledb')
        OR NOT EXISTS (SELECT FROM pg_catalog.pg_settings s WHERE s.name LIKE 'timescaledb.%') THEN
        CREATE INDEX bars_bucket_idx ON batch.bars (bucket);
        RAISE NOTICE 'TimescaleDB is not on this server: batch.bars is a plain table';
        RETURN;
    END IF;
    CREATE EXTENSION IF NOT EXISTS timescaledb SCHEMA public;
    SELECT n.nspname INTO STRICT home
    FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
    WHERE e.extname = 'timescaledb';
    -- A week a chunk: a date is replaced through the index on bucket, and years of daily bars stay few chunks.
    EXECUTE format(
        'SELECT %1$I.create_hypertable(''batch.bars'', %1$I.by_range(''bucket'', INTERVAL ''7 days''))', home);
END
$$;

-- The watchlist asks for each symbol's latest dates.
CREATE INDEX bars_daily_idx ON batch.bars (symbol, bucket DESC) WHERE interval = '1d';
