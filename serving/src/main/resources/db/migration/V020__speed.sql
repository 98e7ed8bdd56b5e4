-- The speed layer's schema: rows that live until the batch covers them. Only flink-speed-layer writes here.
CREATE SCHEMA IF NOT EXISTS speed;

-- Roles belong to the whole server: another database's migration may have made it, or be making it right now.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles r WHERE r.rolname = 'speed_writer') THEN
        BEGIN
            CREATE ROLE speed_writer NOLOGIN;
        EXCEPTION
            WHEN duplicate_object OR unique_violation THEN
                RAISE NOTICE 'role speed_writer was made by someone else meanwhile';
        END;
    END IF;
END
$$;

REVOKE ALL ON SCHEMA speed FROM PUBLIC;
GRANT USAGE ON SCHEMA speed TO speed_writer;
ALTER DEFAULT PRIVILEGES IN SCHEMA speed REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- Live one-minute bars: whole rows, replaced by rows of a greater revision.
CREATE TABLE speed.bars_1m (
    symbol           text             NOT NULL,
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
    last_received_at timestamptz      NOT NULL,
    revision         bigint           NOT NULL,
    closed           boolean          NOT NULL,
    updated_at       timestamptz      NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (symbol, bucket),
    CONSTRAINT bars_1m_high_not_below_low CHECK (high >= low),
    CONSTRAINT bars_1m_times_in_order CHECK (bucket <= first_trade_time AND first_trade_time <= last_trade_time),
    CONSTRAINT bars_1m_made_of_trades CHECK (revision > 0)
);

COMMENT ON TABLE speed.bars_1m IS 'One-minute bars of the speed layer, one a symbol and minute (start, UTC); as batch.bars';
COMMENT ON COLUMN speed.bars_1m.late_trades IS 'Trades received after their minute was over by more than the job''s allowance';
COMMENT ON COLUMN speed.bars_1m.last_received_at IS 'Latest receipt of a record in it: updated_at less this is the way''s latency';
COMMENT ON COLUMN speed.bars_1m.revision IS 'Number of trades the row is made of; a row never gives way to a smaller one';
COMMENT ON COLUMN speed.bars_1m.closed IS 'Whether the minute was taken to be over; late trades may still change the row';
COMMENT ON COLUMN speed.bars_1m.updated_at IS 'When the row was last written, by this server''s clock';

-- A hypertable where TimescaleDB can be used, as in V002. A day a chunk: rows leave when the batch has covered their date.
DO $$
DECLARE
    home text;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_available_extensions e WHERE e.name = 'timescaledb')
        OR NOT EXISTS (SELECT FROM pg_catalog.pg_settings s WHERE s.name LIKE 'timescaledb.%') THEN
        CREATE INDEX bars_1m_bucket_idx ON speed.bars_1m (bucket);
        RAISE NOTICE 'TimescaleDB is not on this server: speed.bars_1m is a plain table';
        RETURN;
    END IF;
    CREATE EXTENSION IF NOT EXISTS timescaledb SCHEMA public;
    SELECT n.nspname INTO STRICT home
    FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
    WHERE e.extname = 'timescaledb';
    EXECUTE format(
        'SELECT %1$I.create_hypertable(''speed.bars_1m'', %1$I.by_range(''bucket'', INTERVAL ''1 day''))', home);
END
$$;

-- One row a symbol, replaced by rows that are later in event time.
CREATE TABLE speed.last_price (
    symbol           text             PRIMARY KEY,
    price            double precision NOT NULL,
    trade_time       timestamptz      NOT NULL,
    kafka_partition  integer          NOT NULL,
    kafka_offset     bigint           NOT NULL,
    session          date             NOT NULL,
    session_open     double precision,
    previous_close   double precision,
    change           double precision GENERATED ALWAYS AS (price - coalesce(previous_close, session_open)) STORED,
    change_percent   double precision GENERATED ALWAYS AS (
        100 * (price - coalesce(previous_close, session_open)) / nullif(coalesce(previous_close, session_open), 0))
        STORED,
    last_received_at timestamptz      NOT NULL,
    updated_at       timestamptz      NOT NULL DEFAULT clock_timestamp()
)
-- Rows change several times a second and no index covers what changes: leave room to do it in place.
WITH (fillfactor = 50);

COMMENT ON TABLE speed.last_price IS 'Last price per symbol, also from price updates that are no trades';
COMMENT ON COLUMN speed.last_price.session IS 'UTC date of trade_time';
COMMENT ON COLUMN speed.last_price.session_open IS 'Price of the date''s first trade eligible for "last"; null when there is none yet';
COMMENT ON COLUMN speed.last_price.previous_close IS 'Close of the latest earlier date that the job has seen; null when it has seen none';
COMMENT ON COLUMN speed.last_price.change IS 'Against the previous close, or else the session''s open';

-- A row's replacement reads what it replaces. Nothing is ever deleted by the writer.
GRANT SELECT, INSERT, UPDATE ON speed.bars_1m, speed.last_price TO speed_writer;
