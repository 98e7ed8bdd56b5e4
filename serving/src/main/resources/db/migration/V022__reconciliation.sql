-- How far the speed layer was right: what each publication finds when it compares its minutes with the live ones.

-- One row a date that was compared at least once.
CREATE TABLE batch.reconciled_dates (
    dt             date        PRIMARY KEY,
    run_id         bigint      NOT NULL,
    compared_at    timestamptz NOT NULL,
    compared_until timestamptz NOT NULL,
    speed_from     timestamptz,
    speed_until    timestamptz,
    forgotten_at   timestamptz,
    CONSTRAINT reconciled_dates_span_in_order CHECK (speed_from < speed_until),
    CONSTRAINT reconciled_dates_span_whole CHECK ((speed_from IS NULL) = (speed_until IS NULL))
);

COMMENT ON TABLE batch.reconciled_dates IS 'The latest comparison of a date''s published minutes with the speed layer''s';
COMMENT ON COLUMN batch.reconciled_dates.run_id IS 'Publication that was compared';
COMMENT ON COLUMN batch.reconciled_dates.compared_until IS 'Boundary of that publication: minutes at and above it are not compared';
COMMENT ON COLUMN batch.reconciled_dates.speed_from IS 'Start of the first minute of the date in which the speed layer has a bar of any symbol; null when it has none';
COMMENT ON COLUMN batch.reconciled_dates.speed_until IS 'End (exclusive) of the last one';
COMMENT ON COLUMN batch.reconciled_dates.forgotten_at IS 'When the date''s speed rows were deleted; the comparison stays as it was then';

CREATE TABLE batch.reconciliation (
    dt                 date   NOT NULL REFERENCES batch.reconciled_dates ON DELETE CASCADE,
    symbol             text   NOT NULL,
    equal              bigint NOT NULL,
    different          bigint NOT NULL,
    only_batch         bigint NOT NULL,
    only_speed         bigint NOT NULL,
    unseen             bigint NOT NULL,
    with_late_trades   bigint NOT NULL,
    largest_difference double precision,
    largest_field      text,
    largest_bucket     timestamptz,
    PRIMARY KEY (dt, symbol),
    CONSTRAINT reconciliation_late_explain_no_more_than_there_is CHECK (with_late_trades <= different + only_batch),
    CONSTRAINT reconciliation_largest_whole CHECK (
        num_nulls(largest_difference, largest_field, largest_bucket) IN (0, 3))
);

COMMENT ON TABLE batch.reconciliation IS 'Minutes of a date and symbol below the boundary, by what the comparison says of them';
COMMENT ON COLUMN batch.reconciliation.equal IS 'Open, high, low, close and counts agree exactly, volume and VWAP to 1e-9 relative';
COMMENT ON COLUMN batch.reconciliation.different IS 'Both layers have the minute and it is not equal';
COMMENT ON COLUMN batch.reconciliation.only_batch IS 'The speed layer was at work (speed_from to speed_until) and has no such bar';
COMMENT ON COLUMN batch.reconciliation.only_speed IS 'The batch has no such bar';
COMMENT ON COLUMN batch.reconciliation.unseen IS 'Minutes of the batch before speed_from or from speed_until on: the speed layer was not at work';
COMMENT ON COLUMN batch.reconciliation.with_late_trades IS 'Those of different and only_batch for which trades came too late for the speed layer';
COMMENT ON COLUMN batch.reconciliation.largest_difference IS 'Basis points of the greater of both values, over open, high, low, close, VWAP and volume of the different minutes; null when these agree';

-- How long speed rows outlive their coverage, so that a date can be compared again after late data.
CREATE TABLE batch.speed_retention (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    days     integer NOT NULL CHECK (days >= 0)
);

INSERT INTO batch.speed_retention (days) VALUES (7);

COMMENT ON TABLE batch.speed_retention IS 'One row: the owner may change it';
COMMENT ON COLUMN batch.speed_retention.days IS 'Speed rows of a wholly covered date are deleted when the speed layer has a date more than so many days later';

-- What a publication says of itself.
GRANT SELECT ON batch.reconciled_dates, batch.reconciliation TO batch_writer;
