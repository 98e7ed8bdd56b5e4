-- Every attempt to publish a date, whatever became of it.
CREATE TABLE batch.runs (
    run_id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    dt            date        NOT NULL,
    digest        text        NOT NULL,
    conditions    text        NOT NULL,
    state         text        NOT NULL DEFAULT 'started',
    started_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished_at   timestamptz,
    files         bigint,
    bytes_read    bigint,
    rows_read     bigint,
    rows_counted  bigint,
    price_updates bigint,
    rows_excluded bigint,
    bars          bigint,
    covered_until timestamptz,
    message       text,
    CONSTRAINT runs_state_known CHECK (state IN ('started', 'published', 'superseded', 'failed')),
    CONSTRAINT runs_finished_when_not_started CHECK ((state = 'started') = (finished_at IS NULL)),
    CONSTRAINT runs_rows_conserved CHECK (rows_read = rows_counted + price_updates + rows_excluded)
);

CREATE INDEX runs_of_date_idx ON batch.runs (dt, run_id DESC);

COMMENT ON TABLE batch.runs IS 'Ledger of batch runs, one row a date and attempt';
COMMENT ON COLUMN batch.runs.digest IS 'What the result is a function of: the landed files, the sale conditions, the job''s version';
COMMENT ON COLUMN batch.runs.conditions IS 'Name of the table of sale conditions';
COMMENT ON COLUMN batch.runs.rows_read IS 'Rows of the landed files, equal to the manifests';
COMMENT ON COLUMN batch.runs.rows_counted IS 'Rows that update something in a bar';
COMMENT ON COLUMN batch.runs.price_updates IS 'Rows of volume zero, which touch no bar';
COMMENT ON COLUMN batch.runs.rows_excluded IS 'Trades that their sale conditions let update nothing';
COMMENT ON COLUMN batch.runs.message IS 'Why the run failed or was superseded';

-- The tidemark: per date the instant below which the published batch is complete. It moves only in batch.publish_run.
CREATE TABLE batch.coverage (
    dt            date        PRIMARY KEY,
    covered_until timestamptz NOT NULL,
    digest        text        NOT NULL,
    run_id        bigint      NOT NULL REFERENCES batch.runs,
    published_at  timestamptz NOT NULL
);

COMMENT ON TABLE batch.coverage IS 'What is published of each date, and up to which instant (exclusive) it is complete';

-- Conservation: what landed equals what the batch counted, kept out or took as a price update.
CREATE TABLE batch.hour_counts (
    dt            date     NOT NULL,
    hour          smallint NOT NULL CHECK (hour BETWEEN 0 AND 23),
    symbol        text     NOT NULL,
    landed        bigint   NOT NULL,
    counted       bigint   NOT NULL,
    price_updates bigint   NOT NULL,
    excluded      bigint   NOT NULL,
    run_id        bigint   NOT NULL,
    PRIMARY KEY (dt, hour, symbol),
    CONSTRAINT hour_counts_conserved CHECK (landed = counted + price_updates + excluded)
);

COMMENT ON TABLE batch.hour_counts IS 'Landed rows per symbol and UTC hour, and what the batch made of them';
