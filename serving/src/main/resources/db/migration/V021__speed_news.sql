-- What the speed layer makes of news, of the feed's silences and of what is remarkable. Only flink-speed-layer writes here.
-- Rows are whole and give way only to a greater revision, so that a replay can neither double nor rewind them.

CREATE TABLE speed.news (
    feed         text             NOT NULL,
    id           text             NOT NULL,
    published_at timestamptz      NOT NULL,
    received_at  timestamptz      NOT NULL,
    headline     text             NOT NULL,
    summary      text             NOT NULL,
    source       text             NOT NULL,
    url          text             NOT NULL,
    category     text             NOT NULL,
    symbols      text[]           NOT NULL,
    relevances   double precision[] NOT NULL,
    sentiment    double precision NOT NULL,
    revision     bigint           NOT NULL,
    updated_at   timestamptz      NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (feed, id),
    CONSTRAINT news_relevance_of_each_symbol CHECK (cardinality(symbols) = cardinality(relevances)),
    CONSTRAINT news_sentiment_in_range CHECK (sentiment BETWEEN -1 AND 1)
);

CREATE INDEX news_published_idx ON speed.news (published_at DESC);
CREATE INDEX news_symbols_idx ON speed.news USING gin (symbols);

COMMENT ON TABLE speed.news IS 'News stories, one a feed and id, linked to symbols and judged';
COMMENT ON COLUMN speed.news.symbols IS 'Symbols it was linked to, most relevant first';
COMMENT ON COLUMN speed.news.relevances IS 'How much it is about each of them, in (0, 1]';
COMMENT ON COLUMN speed.news.sentiment IS 'From -1, bad news, to 1, good news';
COMMENT ON COLUMN speed.news.revision IS 'How often the story has come with something new';

-- Counts per window. dimension all has the one name *.
CREATE TABLE speed.news_windows (
    dimension          text             NOT NULL,
    name               text             NOT NULL,
    width              text             NOT NULL,
    bucket             timestamptz      NOT NULL,
    items              bigint           NOT NULL,
    weight             double precision NOT NULL,
    sentiment          double precision NOT NULL,
    weighted_sentiment double precision NOT NULL,
    positive           bigint           NOT NULL,
    negative           bigint           NOT NULL,
    revision           bigint           NOT NULL,
    closed             boolean          NOT NULL,
    updated_at         timestamptz      NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (dimension, name, width, bucket),
    CONSTRAINT news_windows_dimension_known CHECK (dimension IN ('all', 'symbol', 'category', 'source')),
    CONSTRAINT news_windows_width_known CHECK (width IN ('1m', '5m', '1h')),
    CONSTRAINT news_windows_counts_fit CHECK (items > 0 AND positive >= 0 AND negative >= 0 AND positive + negative <= items)
);

CREATE INDEX news_windows_bucket_idx ON speed.news_windows (bucket);

COMMENT ON TABLE speed.news_windows IS 'News per symbol, category, source and in all, per window (start, UTC) of publication';
COMMENT ON COLUMN speed.news_windows.weight IS 'Sum of relevances; of dimensions other than symbol, equal to items';
COMMENT ON COLUMN speed.news_windows.sentiment IS 'Mean over the items';
COMMENT ON COLUMN speed.news_windows.weighted_sentiment IS 'Mean weighted by relevance';
COMMENT ON COLUMN speed.news_windows.closed IS 'Whether the window was taken to be over; late items may still change the row';

CREATE TABLE speed.news_terms (
    width      text             NOT NULL,
    bucket     timestamptz      NOT NULL,
    term       text             NOT NULL,
    words      smallint         NOT NULL CHECK (words IN (1, 2)),
    items      bigint           NOT NULL CHECK (items > 0),
    score      double precision NOT NULL,
    revision   bigint           NOT NULL,
    updated_at timestamptz      NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (width, bucket, term),
    CONSTRAINT news_terms_width_known CHECK (width IN ('1m', '5m', '1h'))
);

CREATE INDEX news_terms_bucket_idx ON speed.news_terms (bucket);

COMMENT ON TABLE speed.news_terms IS 'Words and pairs of words of headlines that stand out in a window';
COMMENT ON COLUMN speed.news_terms.score IS 'How far items exceeds what the windows before let expect';

CREATE TABLE speed.news_buzz (
    symbol     text             NOT NULL,
    bucket     timestamptz      NOT NULL,
    items      bigint           NOT NULL,
    expected   double precision,
    deviation  double precision,
    z_score    double precision,
    samples    bigint           NOT NULL,
    revision   bigint           NOT NULL,
    updated_at timestamptz      NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (symbol, bucket)
);

CREATE INDEX news_buzz_bucket_idx ON speed.news_buzz (bucket);

COMMENT ON TABLE speed.news_buzz IS 'Relevant news per symbol and hour (start, UTC) against the same hour of earlier weeks';
COMMENT ON COLUMN speed.news_buzz.samples IS 'Number of earlier weeks compared with; expectation and score are null when there are too few';

CREATE TABLE speed.feed_gaps (
    feed       text        NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at   timestamptz NOT NULL,
    symbols    text[]      NOT NULL,
    reason     text        NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (feed, started_at),
    CONSTRAINT feed_gaps_times_in_order CHECK (started_at <= ended_at)
);

COMMENT ON TABLE speed.feed_gaps IS 'Spans in which the feed was not heard: silence there is not a quiet market';

CREATE TABLE speed.late_trades (
    symbol     text        NOT NULL,
    bucket     timestamptz NOT NULL,
    trades     bigint      NOT NULL CHECK (trades > 0),
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (symbol, bucket)
);

COMMENT ON TABLE speed.late_trades IS 'Trades per symbol and minute that came after the allowed lateness: in no live bar, left to the batch';

CREATE TABLE speed.alerts (
    id          text             PRIMARY KEY,
    kind        text             NOT NULL,
    severity    text             NOT NULL,
    symbol      text,
    occurred_at timestamptz      NOT NULL,
    message     text             NOT NULL,
    value       double precision,
    threshold   double precision,
    raised_at   timestamptz      NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT alerts_kind_known CHECK (kind IN ('news-burst', 'price-move', 'feed-gap')),
    CONSTRAINT alerts_severity_known CHECK (severity IN ('info', 'warning', 'critical'))
);

CREATE INDEX alerts_occurred_idx ON speed.alerts (occurred_at DESC);

COMMENT ON TABLE speed.alerts IS 'What is remarkable, each once: its id is made of what raised it';
COMMENT ON COLUMN speed.alerts.occurred_at IS 'Event time; raised_at is when the row was written';

-- A row's replacement reads what it replaces. Nothing is ever deleted by the writer.
GRANT SELECT, INSERT, UPDATE ON speed.news, speed.news_windows, speed.news_terms, speed.news_buzz, speed.feed_gaps,
    speed.late_trades, speed.alerts TO speed_writer;
