-- What single trades tell of a date: volume by price, trade sizes, and how good the data is.

CREATE TABLE batch.volume_profile (
    dt               date             NOT NULL,
    symbol           text             NOT NULL,
    price            double precision NOT NULL,
    step             double precision NOT NULL,
    volume           double precision NOT NULL,
    trades           bigint           NOT NULL,
    point_of_control boolean          NOT NULL,
    in_value_area    boolean          NOT NULL,
    run_id           bigint           NOT NULL,
    PRIMARY KEY (dt, symbol, price)
);

COMMENT ON TABLE batch.volume_profile IS 'Volume by price of a date and symbol; bins without trades are left out';
COMMENT ON COLUMN batch.volume_profile.price IS 'Lower edge of the bin, in the symbol''s currency';
COMMENT ON COLUMN batch.volume_profile.step IS 'Width of the bins: 10^(floor(log10 p) - 3) for the greatest price p of the day';
COMMENT ON COLUMN batch.volume_profile.volume IS 'Shares or units, of trades that count as volume by their sale conditions';
COMMENT ON COLUMN batch.volume_profile.point_of_control IS 'The bin of the greatest volume; exactly one a date and symbol';
COMMENT ON COLUMN batch.volume_profile.in_value_area IS 'Whether the bin belongs to the range around the point of control that holds 70 % of the volume';

SELECT batch.register_dataset('volume_profile', 'date');

CREATE TABLE batch.value_areas (
    dt               date             NOT NULL,
    symbol           text             NOT NULL,
    step             double precision NOT NULL,
    point_of_control double precision NOT NULL,
    value_area_low   double precision NOT NULL,
    value_area_high  double precision NOT NULL,
    volume           double precision NOT NULL,
    run_id           bigint           NOT NULL,
    PRIMARY KEY (dt, symbol)
);

COMMENT ON TABLE batch.value_areas IS 'Point of control and value area (70 %, Market Profile) of a date and symbol';
COMMENT ON COLUMN batch.value_areas.step IS 'Width of the bins that the prices are lower edges of';
COMMENT ON COLUMN batch.value_areas.value_area_low IS 'Lower edge of the lowest bin of the value area';
COMMENT ON COLUMN batch.value_areas.value_area_high IS 'Lower edge of the highest bin of the value area, which ends a step above';
COMMENT ON COLUMN batch.value_areas.volume IS 'Of the whole profile';

SELECT batch.register_dataset('value_areas', 'date');

CREATE TABLE batch.size_histogram (
    dt     date             NOT NULL,
    symbol text             NOT NULL,
    size   double precision NOT NULL,
    trades bigint           NOT NULL,
    volume double precision NOT NULL,
    run_id bigint           NOT NULL,
    PRIMARY KEY (dt, symbol, size)
);

COMMENT ON TABLE batch.size_histogram IS 'Trades by size of a date and symbol, of those that count as volume';
COMMENT ON COLUMN batch.size_histogram.size IS 'Shares or units, cut down to three significant digits';
COMMENT ON COLUMN batch.size_histogram.volume IS 'Exact volume of these trades';

SELECT batch.register_dataset('size_histogram', 'date');

CREATE TABLE batch.size_distribution (
    dt                   date             NOT NULL,
    symbol               text             NOT NULL,
    trades               bigint           NOT NULL,
    volume               double precision NOT NULL,
    odd_lots             bigint,
    odd_lot_share        double precision,
    odd_lot_volume_share double precision,
    mean_size            double precision NOT NULL,
    d10                  double precision NOT NULL,
    d20                  double precision NOT NULL,
    d30                  double precision NOT NULL,
    d40                  double precision NOT NULL,
    d50                  double precision NOT NULL,
    d60                  double precision NOT NULL,
    d70                  double precision NOT NULL,
    d80                  double precision NOT NULL,
    d90                  double precision NOT NULL,
    max_size             double precision NOT NULL,
    run_id               bigint           NOT NULL,
    PRIMARY KEY (dt, symbol)
);

COMMENT ON TABLE batch.size_distribution IS 'How large a date''s trades of a symbol are, of those that count as volume';
COMMENT ON COLUMN batch.size_distribution.odd_lots IS 'Trades below 100 shares; null for symbols of venues, which trade units';
COMMENT ON COLUMN batch.size_distribution.odd_lot_share IS 'Of the trades, 0 to 1';
COMMENT ON COLUMN batch.size_distribution.odd_lot_volume_share IS 'Of the volume, 0 to 1';
COMMENT ON COLUMN batch.size_distribution.d10 IS 'Deciles by nearest rank, of sizes cut down to three significant digits';
COMMENT ON COLUMN batch.size_distribution.max_size IS 'Greatest size, cut down likewise';

SELECT batch.register_dataset('size_distribution', 'date');

CREATE TABLE batch.data_quality (
    dt                          date             NOT NULL,
    symbol                      text             NOT NULL,
    rows                        bigint           NOT NULL,
    trades                      bigint           NOT NULL,
    price_updates               bigint           NOT NULL,
    excluded                    bigint           NOT NULL,
    counted                     bigint           NOT NULL,
    suspected_duplicates        bigint           NOT NULL,
    duplicate_share             double precision,
    out_of_order                bigint           NOT NULL,
    out_of_order_share          double precision,
    lateness_p50                bigint,
    lateness_p90                bigint,
    lateness_p99                bigint,
    lateness_max                bigint,
    from_the_future             bigint           NOT NULL,
    session_minutes             bigint           NOT NULL,
    silent_minutes              bigint           NOT NULL,
    gaps                        bigint           NOT NULL,
    gap_seconds                 double precision NOT NULL,
    silent_minutes_outside_gaps bigint           NOT NULL,
    conserved                   boolean          NOT NULL,
    verdict                     text             NOT NULL,
    reasons                     text             NOT NULL,
    run_id                      bigint           NOT NULL,
    PRIMARY KEY (dt, symbol),
    CONSTRAINT data_quality_verdict_known CHECK (verdict IN ('good', 'suspect', 'bad'))
);

COMMENT ON TABLE batch.data_quality IS 'How good the data of a date and symbol is';
COMMENT ON COLUMN batch.data_quality.rows IS 'Rows read';
COMMENT ON COLUMN batch.data_quality.trades IS 'Rows of volume above zero';
COMMENT ON COLUMN batch.data_quality.price_updates IS 'Rows of volume zero';
COMMENT ON COLUMN batch.data_quality.excluded IS 'Trades that their sale conditions let update nothing';
COMMENT ON COLUMN batch.data_quality.counted IS 'Trades that update something in a bar';
COMMENT ON COLUMN batch.data_quality.suspected_duplicates IS 'Trades of equal content (time, price, volume, conditions), less the most of them in one frame';
COMMENT ON COLUMN batch.data_quality.duplicate_share IS 'Of the trades, 0 to 1; null without trades';
COMMENT ON COLUMN batch.data_quality.out_of_order IS 'Rows older than the row before them, in the order of offsets of a partition and UTC hour';
COMMENT ON COLUMN batch.data_quality.out_of_order_share IS 'Of the rows, 0 to 1';
COMMENT ON COLUMN batch.data_quality.lateness_p50 IS 'Received time less trade time in ms, by nearest rank, cut down to two significant digits; without rows from the future';
COMMENT ON COLUMN batch.data_quality.lateness_max IS 'The greatest, exactly';
COMMENT ON COLUMN batch.data_quality.from_the_future IS 'Rows received before their own trade time';
COMMENT ON COLUMN batch.data_quality.session_minutes IS 'Minutes of the regular session within what is covered of the date';
COMMENT ON COLUMN batch.data_quality.silent_minutes IS 'Of these the minutes without a trade';
COMMENT ON COLUMN batch.data_quality.gaps IS 'Feed gaps of the symbol that overlap the date';
COMMENT ON COLUMN batch.data_quality.gap_seconds IS 'Length of their union within the date';
COMMENT ON COLUMN batch.data_quality.silent_minutes_outside_gaps IS 'Silent minutes that no gap touches';
COMMENT ON COLUMN batch.data_quality.conserved IS 'rows = counted + price_updates + excluded';
COMMENT ON COLUMN batch.data_quality.verdict IS 'good, suspect or bad, by limits that can be set';
COMMENT ON COLUMN batch.data_quality.reasons IS 'What exceeds which limit; empty when good';

SELECT batch.register_dataset('data_quality', 'date');

CREATE TABLE batch.quality_quarantine (
    dt      date   NOT NULL,
    reason  text   NOT NULL,
    records bigint NOT NULL,
    run_id  bigint NOT NULL,
    PRIMARY KEY (dt, reason)
);

COMMENT ON TABLE batch.quality_quarantine IS 'Received records that are no trades';
COMMENT ON COLUMN batch.quality_quarantine.dt IS 'UTC date of the Kafka timestamp, since there is no trade time';
COMMENT ON COLUMN batch.quality_quarantine.reason IS 'Kind of reason, without the particulars of a record';

SELECT batch.register_dataset('quality_quarantine', 'date');

CREATE TABLE batch.quality_dates (
    dt              date             NOT NULL,
    rows            bigint           NOT NULL,
    landed          bigint           NOT NULL,
    quarantined     bigint           NOT NULL,
    counted         bigint           NOT NULL,
    price_updates   bigint           NOT NULL,
    excluded        bigint           NOT NULL,
    symbols         bigint           NOT NULL,
    bad_symbols     bigint           NOT NULL,
    suspect_symbols bigint           NOT NULL,
    gap_seconds     double precision NOT NULL,
    conserved       boolean          NOT NULL,
    verdict         text             NOT NULL,
    reasons         text             NOT NULL,
    run_id          bigint           NOT NULL,
    PRIMARY KEY (dt),
    CONSTRAINT quality_dates_verdict_known CHECK (verdict IN ('good', 'suspect', 'bad'))
);

COMMENT ON TABLE batch.quality_dates IS 'How good the data of a date is';
COMMENT ON COLUMN batch.quality_dates.rows IS 'Rows read';
COMMENT ON COLUMN batch.quality_dates.landed IS 'Rows that the manifests tell of';
COMMENT ON COLUMN batch.quality_dates.quarantined IS 'Records that are no trades, by the date of their Kafka timestamp';
COMMENT ON COLUMN batch.quality_dates.gap_seconds IS 'In which any feed was not heard';
COMMENT ON COLUMN batch.quality_dates.conserved IS 'rows = landed = counted + price_updates + excluded, of the date and of every symbol';
COMMENT ON COLUMN batch.quality_dates.verdict IS 'bad when rows are not conserved, or quarantined records or bad symbols exceed their share';
COMMENT ON COLUMN batch.quality_dates.reasons IS 'What exceeds which limit; empty when good';

SELECT batch.register_dataset('quality_dates', 'date');
