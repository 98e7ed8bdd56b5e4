-- Where a run's tasks put their rows before batch.publish_run moves them. Not logged: after a crash of the server the
-- stage is empty, the run's count does not match and its publication is refused, which is what should happen.
CREATE UNLOGGED TABLE batch.stage_bars (
    run_id           bigint           NOT NULL,
    part             integer          NOT NULL,
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
    PRIMARY KEY (run_id, part, symbol, interval, bucket)
);

CREATE UNLOGGED TABLE batch.stage_hour_counts (
    run_id        bigint   NOT NULL,
    part          integer  NOT NULL,
    hour          smallint NOT NULL,
    symbol        text     NOT NULL,
    landed        bigint   NOT NULL,
    counted       bigint   NOT NULL,
    price_updates bigint   NOT NULL,
    excluded      bigint   NOT NULL,
    PRIMARY KEY (run_id, part, hour, symbol)
);

COMMENT ON TABLE batch.stage_bars IS 'Bars of runs that are not published yet; a task replaces the rows of its part';
COMMENT ON TABLE batch.stage_hour_counts IS 'Counts of runs that are not published yet; a task replaces the rows of its part';

-- The writer fills the stage and reads the ledger. Published tables it changes only through the functions.
GRANT SELECT, INSERT, DELETE ON batch.stage_bars, batch.stage_hour_counts TO batch_writer;
GRANT SELECT ON batch.runs, batch.coverage TO batch_writer;
