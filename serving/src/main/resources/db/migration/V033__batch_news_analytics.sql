-- News analytics of the batch layer: formulas, units and sources are in docs/analytics.md.
CREATE TABLE batch.news_daily (
    dt                 date             NOT NULL,
    symbol             text             NOT NULL,
    stories            bigint           NOT NULL,
    relevant           bigint           NOT NULL,
    weight             double precision NOT NULL,
    sentiment          double precision NOT NULL,
    weighted_sentiment double precision NOT NULL,
    positive           bigint           NOT NULL,
    negative           bigint           NOT NULL,
    sources            bigint           NOT NULL,
    first_at           timestamptz      NOT NULL,
    last_at            timestamptz      NOT NULL,
    run_id             bigint           NOT NULL,
    PRIMARY KEY (dt, symbol)
);

COMMENT ON TABLE batch.news_daily IS 'News per symbol and UTC date of publication; symbol * holds all stories';
COMMENT ON COLUMN batch.news_daily.stories IS 'Stories that are linked to the symbol, each once';
COMMENT ON COLUMN batch.news_daily.relevant IS 'Of these the stories of relevance 0.5 and more';
COMMENT ON COLUMN batch.news_daily.weight IS 'Sum of the relevances: how many stories'' worth it got; of symbol * the number of stories';
COMMENT ON COLUMN batch.news_daily.sentiment IS 'Mean over the stories, from -1 to 1';
COMMENT ON COLUMN batch.news_daily.weighted_sentiment IS 'The same, weighted by relevance';
COMMENT ON COLUMN batch.news_daily.positive IS 'Stories of a sentiment of 0.15 and more';
COMMENT ON COLUMN batch.news_daily.negative IS 'Stories of a sentiment of -0.15 and less';
COMMENT ON COLUMN batch.news_daily.sources IS 'Different publishers';
COMMENT ON COLUMN batch.news_daily.first_at IS 'Publication of the first story';

SELECT batch.register_dataset('news_daily', 'date');

CREATE TABLE batch.news_sources (
    dt        date             NOT NULL,
    source    text             NOT NULL,
    stories   bigint           NOT NULL,
    sentiment double precision NOT NULL,
    positive  bigint           NOT NULL,
    negative  bigint           NOT NULL,
    run_id    bigint           NOT NULL,
    PRIMARY KEY (dt, source)
);

COMMENT ON TABLE batch.news_sources IS 'News per publisher and UTC date of publication; stories without a source are in no row';
COMMENT ON COLUMN batch.news_sources.sentiment IS 'Mean over the stories, from -1 to 1';

SELECT batch.register_dataset('news_sources', 'date');

CREATE TABLE batch.news_returns (
    dt              date             NOT NULL,
    symbol          text             NOT NULL,
    feed            text             NOT NULL,
    id              text             NOT NULL,
    published_at    timestamptz      NOT NULL,
    headline        text             NOT NULL,
    sentiment       double precision NOT NULL,
    relevance       double precision NOT NULL,
    bar_at          timestamptz,
    price_before    double precision,
    return_next_bar double precision,
    return_5m       double precision,
    return_30m      double precision,
    run_id          bigint           NOT NULL,
    PRIMARY KEY (dt, symbol, feed, id)
);

COMMENT ON TABLE batch.news_returns IS 'What a symbol''s price did after each story about it, by one-minute bars of the same UTC date that have a close';
COMMENT ON COLUMN batch.news_returns.relevance IS 'At least 0.5: stories of less are not here';
COMMENT ON COLUMN batch.news_returns.bar_at IS 'Start of the first bar at or after publication; null when there is none';
COMMENT ON COLUMN batch.news_returns.price_before IS 'Close of the last bar that had ended at publication; null when there is none';
COMMENT ON COLUMN batch.news_returns.return_next_bar IS 'Close of the bar at bar_at against price_before, a fraction';
COMMENT ON COLUMN batch.news_returns.return_5m IS 'Close of the last bar that ended within 5 minutes after publication against price_before, a fraction; null when none did';
COMMENT ON COLUMN batch.news_returns.return_30m IS 'The same within 30 minutes';

SELECT batch.register_dataset('news_returns', 'date');

CREATE TABLE batch.news_reaction (
    dt              date   NOT NULL,
    sentiment_label text   NOT NULL,
    horizon         text   NOT NULL,
    samples         bigint NOT NULL,
    mean_return     double precision,
    median_return   double precision,
    hit_rate        double precision,
    run_id          bigint NOT NULL,
    PRIMARY KEY (dt, sentiment_label, horizon),
    CONSTRAINT news_reaction_label_known CHECK (sentiment_label IN ('positive', 'neutral', 'negative')),
    CONSTRAINT news_reaction_horizon_known CHECK (horizon IN ('next', '5m', '30m'))
);

COMMENT ON TABLE batch.news_reaction IS 'Returns after good, neutral and bad news of a UTC date, over all symbols';
COMMENT ON COLUMN batch.news_reaction.horizon IS 'next, 5m, 30m: return_next_bar, return_5m, return_30m of news_returns';
COMMENT ON COLUMN batch.news_reaction.samples IS 'Returns that there are; a story about several symbols is one of each';
COMMENT ON COLUMN batch.news_reaction.mean_return IS 'A fraction; null without samples';
COMMENT ON COLUMN batch.news_reaction.median_return IS 'A fraction; null without samples';
COMMENT ON COLUMN batch.news_reaction.hit_rate IS 'Share of the samples whose return has the sign of the sentiment, 0 to 1; null for neutral news and without samples';

SELECT batch.register_dataset('news_reaction', 'date');
