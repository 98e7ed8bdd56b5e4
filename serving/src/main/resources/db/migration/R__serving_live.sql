-- What the speed layer knows, as it stands.
DROP VIEW IF EXISTS serving.last_price;
CREATE VIEW serving.last_price AS
SELECT p.symbol, p.price, p.trade_time, p.session, p.session_open, p.previous_close, p.change, p.change_percent,
       p.updated_at
FROM speed.last_price p;

COMMENT ON VIEW serving.last_price IS 'Live last price per symbol with its session''s change';

GRANT SELECT ON serving.last_price TO dashboard_reader;
