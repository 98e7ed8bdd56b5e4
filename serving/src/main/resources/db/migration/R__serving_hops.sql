-- How far each hop of the pipeline is, and how much passes it, for the dashboard.
DROP VIEW IF EXISTS serving.hops;
CREATE VIEW serving.hops AS
-- What the receiver of the feed wrote, as the newest trade that got through to here says.
SELECT 'received'::text AS hop, max(p.trade_time) AS event_at, max(p.last_received_at) AS reached_at,
       NULL::bigint AS events, NULL::double precision AS seconds
FROM speed.last_price p
UNION ALL
-- Live bars: the five minutes before the running one, by this server's clock, so that silence is a rate of zero.
SELECT 'live', max(p.trade_time), max(p.updated_at),
       (SELECT coalesce(sum(b.trades), 0)::bigint
        FROM speed.bars_1m b
        WHERE b.bucket >= date_trunc('minute', now()) - INTERVAL '5 minutes' AND b.bucket < date_trunc('minute', now())),
       300
FROM speed.last_price p
UNION ALL
-- Landed files: the newest hour of the newest date that is published, as its conservation table counts it. When files
-- were written is not known here.
SELECT 'landed', c.covered_until, NULL, h.landed,
       extract(epoch FROM least(INTERVAL '1 hour', c.covered_until - ((c.dt + make_interval(hours => h.hour)) AT TIME ZONE 'UTC')))
FROM (SELECT * FROM batch.coverage ORDER BY dt DESC LIMIT 1) c
LEFT JOIN LATERAL (SELECT n.hour, sum(n.landed)::bigint AS landed
                   FROM batch.hour_counts n
                   WHERE n.dt = c.dt
                   GROUP BY n.hour
                   ORDER BY n.hour DESC
                   LIMIT 1) h ON true
UNION ALL
-- The batch: rows of the run that published last, by the time that it took.
SELECT 'settled', c.covered_until, c.published_at, r.rows_read, extract(epoch FROM r.finished_at - r.started_at)
FROM (SELECT * FROM batch.coverage ORDER BY published_at DESC, dt DESC LIMIT 1) c
JOIN batch.runs r ON r.run_id = c.run_id
UNION ALL
-- News: stories of the last hour, by this server's clock.
SELECT 'news', n.published_at, n.received_at,
       (SELECT count(*) FROM speed.news h WHERE h.published_at > now() - INTERVAL '1 hour'), 3600
FROM (SELECT max(w.published_at) AS published_at, max(w.received_at) AS received_at
      FROM (SELECT l.published_at, l.received_at FROM speed.news l ORDER BY l.published_at DESC LIMIT 200) w) n;

COMMENT ON VIEW serving.hops IS 'Per hop of the pipeline the newest event time that reached it, when that was, and how many events passed it in how many seconds; null is what is not known';
COMMENT ON COLUMN serving.hops.hop IS 'received, live, landed, settled, news; landed and settled are missing before the first publication';
COMMENT ON COLUMN serving.hops.event_at IS 'Newest event time: of a trade, of what is complete, of a story';
COMMENT ON COLUMN serving.hops.reached_at IS 'When that hop last wrote something, by its own clock';

GRANT SELECT ON serving.hops TO dashboard_reader;
