-- How far the batch has come and how it got there.
DROP VIEW IF EXISTS serving.coverage;
CREATE VIEW serving.coverage AS
SELECT c.dt, c.covered_until, c.published_at, c.run_id, r.rows_read, r.bars
FROM batch.coverage c
JOIN batch.runs r ON r.run_id = c.run_id;

COMMENT ON VIEW serving.coverage IS 'Per UTC date: the instant (exclusive) up to which the published batch is complete';

DROP VIEW IF EXISTS serving.runs;
CREATE VIEW serving.runs AS
SELECT r.run_id, r.dt, r.state, r.started_at, r.finished_at, r.conditions, r.files, r.bytes_read, r.rows_read,
       r.rows_counted, r.price_updates, r.rows_excluded, r.bars, r.covered_until, r.message
FROM batch.runs r
ORDER BY r.run_id DESC
LIMIT 200;

COMMENT ON VIEW serving.runs IS 'The latest 200 batch runs, newest first';

DROP VIEW IF EXISTS serving.hour_counts;
CREATE VIEW serving.hour_counts AS
SELECT h.dt, h.hour, h.symbol, h.landed, h.counted, h.price_updates, h.excluded, h.run_id
FROM batch.hour_counts h;

COMMENT ON VIEW serving.hour_counts IS 'Conservation per symbol and UTC hour: landed = counted + price updates + excluded';

GRANT SELECT ON serving.coverage, serving.runs, serving.hour_counts TO dashboard_reader;
