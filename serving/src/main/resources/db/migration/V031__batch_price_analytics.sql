-- Price analytics of the batch layer and the market's sessions: formulas, units and sources are in docs/analytics.md.
CREATE TABLE batch.sessions (
    dt        date        NOT NULL,
    calendar  text        NOT NULL,
    session   text        NOT NULL,
    opens_at  timestamptz NOT NULL,
    closes_at timestamptz NOT NULL,
    note      text,
    run_id    bigint      NOT NULL,
    PRIMARY KEY (dt, calendar, session, opens_at),
    CONSTRAINT sessions_calendar_known CHECK (calendar IN ('us-equities', 'continuous', 'fx')),
    CONSTRAINT sessions_session_known CHECK (session IN ('pre', 'regular', 'post', 'closed')),
    CONSTRAINT sessions_times_in_order CHECK (opens_at < closes_at)
);

COMMENT ON TABLE batch.sessions IS 'When markets are open on a UTC date; sessions are cut at its borders, so that a post-market may come in two rows';
COMMENT ON COLUMN batch.sessions.session IS 'closed: a holiday of the exchange, from what would have been the open of the pre-market on';
COMMENT ON COLUMN batch.sessions.closes_at IS 'Exclusive';
COMMENT ON COLUMN batch.sessions.note IS 'half day, or the name of the holiday; null on an ordinary day';

CREATE TABLE batch.daily_statistics (
    dt                     date             NOT NULL,
    symbol                 text             NOT NULL,
    session                text             NOT NULL,
    open                   double precision,
    high                   double precision,
    low                    double precision,
    close                  double precision,
    volume                 double precision NOT NULL,
    vwap                   double precision,
    trades                 bigint           NOT NULL,
    minutes                bigint           NOT NULL,
    realized_volatility_1m double precision,
    realized_volatility_5m double precision,
    parkinson_volatility   double precision,
    max_drawdown           double precision,
    run_id                 bigint           NOT NULL,
    PRIMARY KEY (dt, symbol, session),
    CONSTRAINT daily_statistics_session_known CHECK (session IN ('all', 'regular', 'pre', 'post'))
);

COMMENT ON TABLE batch.daily_statistics IS 'Statistics of a UTC date per symbol and session, from its minutes';
COMMENT ON COLUMN batch.daily_statistics.session IS 'all: the whole UTC date; regular, pre, post: as serving.sessions has them for the symbol''s calendar';
COMMENT ON COLUMN batch.daily_statistics.minutes IS 'One-minute bars';
COMMENT ON COLUMN batch.daily_statistics.realized_volatility_1m IS 'Root of the sum of squared log returns of consecutive closes, a fraction, not annualized';
COMMENT ON COLUMN batch.daily_statistics.realized_volatility_5m IS 'The same from five-minute closes';
COMMENT ON COLUMN batch.daily_statistics.parkinson_volatility IS 'ln(high / low) / (2 sqrt(ln 2)), a fraction, not annualized';
COMMENT ON COLUMN batch.daily_statistics.max_drawdown IS 'Greatest loss of a minute''s close from the highest close before it, a fraction >= 0';

SELECT batch.register_dataset('sessions', 'date');
SELECT batch.register_dataset('daily_statistics', 'date');

CREATE TABLE batch.indicators (
    dt               date             NOT NULL,
    symbol           text             NOT NULL,
    interval         text             NOT NULL,
    bucket           timestamptz      NOT NULL,
    close            double precision NOT NULL,
    sma_20           double precision,
    ema_12           double precision,
    ema_26           double precision,
    rsi_14           double precision,
    macd             double precision,
    macd_signal      double precision,
    macd_histogram   double precision,
    bollinger_middle double precision,
    bollinger_upper  double precision,
    bollinger_lower  double precision,
    vwap             double precision,
    vwap_deviation   double precision,
    vwap_upper_1     double precision,
    vwap_lower_1     double precision,
    vwap_upper_2     double precision,
    vwap_lower_2     double precision,
    run_id           bigint           NOT NULL,
    PRIMARY KEY (dt, symbol, interval, bucket),
    CONSTRAINT indicators_interval_known CHECK (interval IN ('1m', '5m'))
);

COMMENT ON TABLE batch.indicators IS 'Indicators after each bar (start, UTC), over the bars of its UTC date alone; null while there are too few';
COMMENT ON COLUMN batch.indicators.rsi_14 IS 'From 0 to 100; null, too, while the price has not moved at all';
COMMENT ON COLUMN batch.indicators.vwap IS 'Of the date so far';
COMMENT ON COLUMN batch.indicators.vwap_deviation IS 'Volume-weighted standard deviation of the bars'' VWAPs around it';
COMMENT ON COLUMN batch.indicators.vwap_upper_1 IS 'VWAP and one deviation';

CREATE TABLE batch.daily_indicators (
    dt               date             NOT NULL,
    symbol           text             NOT NULL,
    session          text             NOT NULL,
    close            double precision NOT NULL,
    previous_close   double precision,
    return           double precision,
    log_return       double precision,
    true_range       double precision,
    atr_14           double precision,
    sma_20           double precision,
    sma_50           double precision,
    ema_12           double precision,
    ema_26           double precision,
    rsi_14           double precision,
    macd             double precision,
    macd_signal      double precision,
    macd_histogram   double precision,
    bollinger_middle double precision,
    bollinger_upper  double precision,
    bollinger_lower  double precision,
    drawdown         double precision,
    max_drawdown     double precision,
    days             integer          NOT NULL,
    run_id           bigint           NOT NULL,
    PRIMARY KEY (dt, symbol),
    CONSTRAINT daily_indicators_session_known CHECK (session IN ('regular', 'all')),
    CONSTRAINT daily_indicators_days_counted CHECK (days > 0)
);

COMMENT ON TABLE batch.daily_indicators IS 'Indicators after each day of a symbol, over its days so far; null while there are too few';
COMMENT ON COLUMN batch.daily_indicators.session IS 'What the day is: the regular session where that has a close, otherwise the whole UTC date';
COMMENT ON COLUMN batch.daily_indicators.previous_close IS 'Of the symbol''s latest earlier day, however long ago';
COMMENT ON COLUMN batch.daily_indicators.return IS 'close / previous_close - 1, a fraction';
COMMENT ON COLUMN batch.daily_indicators.drawdown IS 'Loss from the highest close so far, a fraction >= 0';
COMMENT ON COLUMN batch.daily_indicators.max_drawdown IS 'The greatest drawdown so far';
COMMENT ON COLUMN batch.daily_indicators.days IS 'Days of the symbol so far, this one included';

CREATE TABLE batch.movers (
    dt             date             NOT NULL,
    list           text             NOT NULL,
    rank           integer          NOT NULL,
    symbol         text             NOT NULL,
    close          double precision NOT NULL,
    previous_close double precision,
    return         double precision,
    volume         double precision NOT NULL,
    notional       double precision,
    run_id         bigint           NOT NULL,
    PRIMARY KEY (dt, list, rank),
    CONSTRAINT movers_list_known CHECK (list IN ('gainers', 'losers', 'active')),
    CONSTRAINT movers_rank_in_range CHECK (rank BETWEEN 1 AND 20)
);

COMMENT ON TABLE batch.movers IS 'The 20 symbols of a date that gained most, lost most and had the greatest notional; equals by symbol';
COMMENT ON COLUMN batch.movers.return IS 'close / previous_close - 1, a fraction, as in daily_indicators';
COMMENT ON COLUMN batch.movers.notional IS 'VWAP times volume, in the symbol''s currency';

CREATE TABLE batch.correlations (
    dt          date             NOT NULL,
    symbol      text             NOT NULL,
    other       text             NOT NULL,
    samples     integer          NOT NULL,
    correlation double precision,
    beta        double precision,
    run_id      bigint           NOT NULL,
    PRIMARY KEY (dt, symbol, other),
    CONSTRAINT correlations_are_of_two CHECK (symbol <> other),
    CONSTRAINT correlations_in_range CHECK (correlation BETWEEN -1 AND 1)
);

COMMENT ON TABLE batch.correlations IS 'How five-minute log returns of two symbols go together on a UTC date';
COMMENT ON COLUMN batch.correlations.samples IS 'Returns that both have, between the same two consecutive buckets';
COMMENT ON COLUMN batch.correlations.correlation IS 'Pearson''s; null when there are less than 3 samples or a variance is 0';
COMMENT ON COLUMN batch.correlations.beta IS 'Of symbol against other: covariance / variance of other; null as the correlation';

SELECT batch.register_dataset('indicators', 'date');
SELECT batch.register_dataset('daily_indicators', 'history');
SELECT batch.register_dataset('movers', 'history');
SELECT batch.register_dataset('correlations', 'date');
