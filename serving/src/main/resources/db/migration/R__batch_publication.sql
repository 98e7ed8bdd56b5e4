-- Publication of a date by batch_writer: start_run, rows into the stage, publish_run or fail_run.
-- The functions run with their owner's rights, because the writer itself may not touch what is published.

-- Serializes everything that is done to one date until the end of the transaction.
CREATE OR REPLACE FUNCTION batch.lock_date(p_dt date) RETURNS void
    LANGUAGE sql
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT pg_advisory_xact_lock(hashtext('tidemark batch date'), p_dt - DATE '2000-01-01')
$$;

-- The same when nobody else has the date; false, at once, when somebody has.
CREATE OR REPLACE FUNCTION batch.try_lock_date(p_dt date) RETURNS boolean
    LANGUAGE sql
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT pg_try_advisory_xact_lock(hashtext('tidemark batch date'), p_dt - DATE '2000-01-01')
$$;

-- Serializes what depends on more than one date: until the end of the transaction, or of the session with hold_history.
CREATE OR REPLACE FUNCTION batch.lock_history() RETURNS void
    LANGUAGE sql
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT pg_advisory_xact_lock(hashtext('tidemark batch history'), 0)
$$;

-- The same until the session ends. A run holds it from reading the history until its rows and files are published, so
-- that no other run publishes in between. A killed run's session ends with it.
CREATE OR REPLACE FUNCTION batch.hold_history() RETURNS void
    LANGUAGE sql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT pg_advisory_lock(hashtext('tidemark batch history'), 0)
$$;

-- Deletes what runs that have ended left in the stage.
CREATE OR REPLACE FUNCTION batch.clear_stages() RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    dataset text;
BEGIN
    DELETE FROM batch.stage_bars s USING batch.runs r WHERE r.run_id = s.run_id AND r.state <> 'started';
    DELETE FROM batch.stage_hour_counts s USING batch.runs r WHERE r.run_id = s.run_id AND r.state <> 'started';
    FOR dataset IN SELECT d.name FROM batch.datasets d ORDER BY d.name LOOP
        EXECUTE format('DELETE FROM batch.%I s USING batch.runs r WHERE r.run_id = s.run_id AND r.state <> ''started''',
                       'stage_' || dataset);
    END LOOP;
END
$$;

-- Replaces the rows of one dataset by those that a run staged: its date's, and for a dataset of scope history those of
-- later dates too, which the run has staged as well. Raises when the stage does not hold the expected number of rows, or
-- rows of dates that are not the run's to replace. The caller holds the date's lock and the history's.
CREATE OR REPLACE FUNCTION batch.publish_dataset(p_run batch.runs, p_dataset batch.datasets, p_expected bigint)
    RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    stage  CONSTANT text := 'stage_' || p_dataset.name;
    last   CONSTANT date := CASE p_dataset.scope WHEN 'date' THEN p_run.dt ELSE DATE 'infinity' END;
    staged bigint;
    wrong  bigint;
BEGIN
    EXECUTE format('SELECT count(*), count(*) FILTER (WHERE s.dt < $2 OR s.dt > $3 OR s.dt <> $2 AND NOT EXISTS (
                        SELECT FROM batch.coverage c WHERE c.dt = s.dt))
                    FROM batch.%I s WHERE s.run_id = $1', stage)
    INTO staged, wrong USING p_run.run_id, p_run.dt, last;
    IF staged <> p_expected THEN
        RAISE EXCEPTION 'run % of % cannot publish: % rows of % are staged, expected %',
            p_run.run_id, p_run.dt, staged, p_dataset.name, p_expected USING ERRCODE = 'data_exception';
    END IF;
    IF wrong > 0 THEN
        RAISE EXCEPTION 'run % of % cannot publish: it staged % rows of % of dates that are not its own to replace',
            p_run.run_id, p_run.dt, wrong, p_dataset.name USING ERRCODE = 'data_exception';
    END IF;
    EXECUTE format('DELETE FROM batch.%I t WHERE t.dt >= $1 AND t.dt <= $2', p_dataset.name) USING p_run.dt, last;
    EXECUTE format('INSERT INTO batch.%I SELECT * FROM batch.%I s WHERE s.run_id = $1', p_dataset.name, stage)
    USING p_run.run_id;
    EXECUTE format('DELETE FROM batch.%I s WHERE s.run_id = $1', stage) USING p_run.run_id;
END
$$;

-- Opens a run of a date and returns its id. Every older run of the date that is not published is superseded: it can
-- no longer publish. Collects what ended runs have left in the stage.
CREATE OR REPLACE FUNCTION batch.start_run(p_dt date, p_digest text, p_conditions text) RETURNS bigint
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    new_run bigint;
BEGIN
    PERFORM batch.lock_date(p_dt);
    INSERT INTO batch.runs (dt, digest, conditions) VALUES (p_dt, p_digest, p_conditions) RETURNING run_id INTO new_run;
    UPDATE batch.runs r
    SET state = 'superseded', finished_at = clock_timestamp(), message = format('superseded by run %s', new_run)
    WHERE r.dt = p_dt AND r.state = 'started' AND r.run_id <> new_run;
    PERFORM batch.clear_stages();
    RETURN new_run;
END
$$;

-- Replaces a date by the rows that a run staged, all in one transaction, moves the date's boundary, compares the date with
-- the speed layer and deletes speed rows that have served their time. If one of the last two fails, it is undone and told
-- by a warning; the date is published all the same.
-- Returns true when it published and false when this run was published before (a repeated call does nothing).
-- Raises, and changes nothing, when the run is unknown, superseded or failed, when the stage does not hold the expected
-- number of rows, or when the boundary does not lie in the date. p_expected_rows says how many rows of each dataset of
-- batch.datasets are staged, those not named none: {"daily_statistics": 12}.
DROP FUNCTION IF EXISTS batch.publish_run(bigint, bigint, timestamptz, bigint, bigint, bigint, bigint, bigint, bigint);
CREATE OR REPLACE FUNCTION batch.publish_run(
    p_run_id bigint,
    p_expected_bars bigint,
    p_covered_until timestamptz,
    p_files bigint,
    p_bytes_read bigint,
    p_rows_read bigint,
    p_rows_counted bigint,
    p_price_updates bigint,
    p_rows_excluded bigint,
    p_expected_rows jsonb DEFAULT '{}') RETURNS boolean
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    run          batch.runs;
    staged       bigint;
    staged_rows  bigint;
    day_start    timestamptz;
    day_end      timestamptz;
    published_at timestamptz := clock_timestamp();
    dataset      batch.datasets;
    unknown      text;
BEGIN
    SELECT * INTO run FROM batch.runs r WHERE r.run_id = p_run_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'run % does not exist', p_run_id USING ERRCODE = 'no_data_found';
    END IF;
    PERFORM batch.lock_history();
    PERFORM batch.lock_date(run.dt);
    -- Again under the lock: the state may have changed while this call waited.
    SELECT * INTO STRICT run FROM batch.runs r WHERE r.run_id = p_run_id FOR UPDATE;
    IF run.state = 'published' THEN
        RETURN false;
    END IF;
    IF run.state <> 'started' THEN
        RAISE EXCEPTION 'run % of % cannot publish: it is % (%)', p_run_id, run.dt, run.state, run.message
            USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;

    SELECT count(*) INTO staged FROM batch.stage_bars s WHERE s.run_id = p_run_id;
    SELECT coalesce(sum(s.landed), 0) INTO staged_rows FROM batch.stage_hour_counts s WHERE s.run_id = p_run_id;
    IF staged <> p_expected_bars OR staged_rows <> p_rows_read THEN
        RAISE EXCEPTION 'run % of % cannot publish: % bars and counts of % rows are staged, expected % and %',
            p_run_id, run.dt, staged, staged_rows, p_expected_bars, p_rows_read USING ERRCODE = 'data_exception';
    END IF;
    day_start := run.dt::timestamp AT TIME ZONE 'UTC';
    day_end := (run.dt + 1)::timestamp AT TIME ZONE 'UTC';
    IF p_covered_until < day_start OR p_covered_until > day_end THEN
        RAISE EXCEPTION 'run % of % cannot publish: its boundary % is not in the date',
            p_run_id, run.dt, p_covered_until USING ERRCODE = 'data_exception';
    END IF;
    IF EXISTS (SELECT FROM batch.stage_bars s
               WHERE s.run_id = p_run_id AND (s.bucket < day_start OR s.bucket >= day_end)) THEN
        RAISE EXCEPTION 'run % of % cannot publish: it staged bars of another date', p_run_id, run.dt
            USING ERRCODE = 'data_exception';
    END IF;
    SELECT string_agg(e.name, ', ') INTO unknown
    FROM jsonb_object_keys(p_expected_rows) e (name)
    WHERE NOT EXISTS (SELECT FROM batch.datasets d WHERE d.name = e.name);
    IF unknown IS NOT NULL THEN
        RAISE EXCEPTION 'run % of % cannot publish: this database does not know %; is a migration pending?',
            p_run_id, run.dt, unknown USING ERRCODE = 'undefined_table';
    END IF;

    DELETE FROM batch.bars b WHERE b.bucket >= day_start AND b.bucket < day_end;
    INSERT INTO batch.bars
    SELECT s.symbol, s.interval, s.bucket, s.open, s.high, s.low, s.close, s.volume, s.vwap, s.trades,
           s.eligible_trades, s.late_trades, s.first_trade_time, s.last_trade_time, p_run_id
    FROM batch.stage_bars s
    WHERE s.run_id = p_run_id
    ORDER BY s.symbol, s.interval, s.bucket;
    DELETE FROM batch.hour_counts h WHERE h.dt = run.dt;
    INSERT INTO batch.hour_counts
    SELECT run.dt, s.hour, s.symbol, sum(s.landed), sum(s.counted), sum(s.price_updates), sum(s.excluded), p_run_id
    FROM batch.stage_hour_counts s
    WHERE s.run_id = p_run_id
    GROUP BY s.hour, s.symbol;
    FOR dataset IN SELECT * FROM batch.datasets d ORDER BY d.name LOOP
        PERFORM batch.publish_dataset(run, dataset, coalesce((p_expected_rows ->> dataset.name)::bigint, 0));
    END LOOP;

    UPDATE batch.runs r
    SET state = 'published', finished_at = published_at, files = p_files, bytes_read = p_bytes_read,
        rows_read = p_rows_read, rows_counted = p_rows_counted, price_updates = p_price_updates,
        rows_excluded = p_rows_excluded, bars = staged, covered_until = p_covered_until
    WHERE r.run_id = p_run_id;
    INSERT INTO batch.coverage AS c (dt, covered_until, digest, run_id, published_at)
    VALUES (run.dt, p_covered_until, run.digest, p_run_id, published_at)
    ON CONFLICT (dt) DO UPDATE
    SET covered_until = excluded.covered_until, digest = excluded.digest, run_id = excluded.run_id,
        published_at = excluded.published_at;
    DELETE FROM batch.stage_bars s WHERE s.run_id = p_run_id;
    DELETE FROM batch.stage_hour_counts s WHERE s.run_id = p_run_id;

    -- What is right must not wait for what is said about it, nor for what is tidied up.
    BEGIN
        PERFORM batch.reconcile(run.dt);
    EXCEPTION WHEN OTHERS THEN
        RAISE WARNING 'run % of % is published, but was not compared with the speed layer: % (%)',
            p_run_id, run.dt, SQLERRM, SQLSTATE;
    END;
    BEGIN
        PERFORM batch.forget_covered();
    EXCEPTION WHEN OTHERS THEN
        RAISE WARNING 'run % of % is published, but no speed rows were deleted: % (%)',
            p_run_id, run.dt, SQLERRM, SQLSTATE;
    END;
    RETURN true;
END
$$;

-- Ends a run that will not publish, with the reason; a run that has ended already stays as it is. Empties its stage.
CREATE OR REPLACE FUNCTION batch.fail_run(p_run_id bigint, p_message text) RETURNS void
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    UPDATE batch.runs r SET state = 'failed', finished_at = clock_timestamp(), message = p_message
    WHERE r.run_id = p_run_id AND r.state = 'started';
    PERFORM batch.clear_stages();
END
$$;

REVOKE ALL ON FUNCTION batch.lock_date(date) FROM PUBLIC;
REVOKE ALL ON FUNCTION batch.try_lock_date(date) FROM PUBLIC;
REVOKE ALL ON FUNCTION batch.lock_history() FROM PUBLIC;
REVOKE ALL ON FUNCTION batch.hold_history() FROM PUBLIC;
REVOKE ALL ON FUNCTION batch.clear_stages() FROM PUBLIC;
REVOKE ALL ON FUNCTION batch.publish_dataset(batch.runs, batch.datasets, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION batch.hold_history() TO batch_writer;
REVOKE ALL ON FUNCTION batch.start_run(date, text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION batch.publish_run(bigint, bigint, timestamptz, bigint, bigint, bigint, bigint, bigint, bigint,
    jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION batch.fail_run(bigint, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION batch.start_run(date, text, text) TO batch_writer;
GRANT EXECUTE ON FUNCTION batch.publish_run(bigint, bigint, timestamptz, bigint, bigint, bigint, bigint, bigint, bigint,
    jsonb) TO batch_writer;
GRANT EXECUTE ON FUNCTION batch.fail_run(bigint, text) TO batch_writer;
