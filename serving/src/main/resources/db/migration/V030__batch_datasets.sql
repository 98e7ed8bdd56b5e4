-- Results of the batch beside its bars. Each dataset is a table batch.<name>, whose rows belong to a date, a table
-- batch.stage_<name> that runs fill, and a view serving.<name>. batch.publish_run replaces a date's rows of all of them.
CREATE TABLE batch.datasets (
    name  text PRIMARY KEY,
    scope text NOT NULL,
    CONSTRAINT datasets_scope_known CHECK (scope IN ('date', 'history'))
);

COMMENT ON TABLE batch.datasets IS 'The result tables that a publication replaces, beside bars and hour counts';
COMMENT ON COLUMN batch.datasets.scope IS 'date: rows of a date change only with that date; history: also with every date before it';

-- Makes a table, of which a migration has made columns, key and comments, a dataset. Its first column is dt (date), its
-- last run_id (bigint).
CREATE FUNCTION batch.register_dataset(p_name text, p_scope text) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    columns text;
BEGIN
    INSERT INTO batch.datasets (name, scope) VALUES (p_name, p_scope);
    -- Not logged, as batch.stage_bars. Without the table's key: publication finds a row that is staged twice.
    EXECUTE format('CREATE UNLOGGED TABLE batch.%I (LIKE batch.%I)', 'stage_' || p_name, p_name);
    EXECUTE format('CREATE INDEX ON batch.%I (run_id)', 'stage_' || p_name);
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON batch.%I TO batch_writer', 'stage_' || p_name);
    SELECT string_agg(format('%I', a.attname), ', ' ORDER BY a.attnum) INTO columns
    FROM pg_attribute a
    WHERE a.attrelid = format('batch.%I', p_name)::regclass AND a.attnum > 0 AND NOT a.attisdropped
      AND a.attname <> 'run_id';
    EXECUTE format('CREATE VIEW serving.%I AS SELECT %s FROM batch.%I', p_name, columns, p_name);
    EXECUTE format('COMMENT ON VIEW serving.%I IS %L', p_name,
                   obj_description(format('batch.%I', p_name)::regclass, 'pg_class'));
    EXECUTE format('GRANT SELECT ON serving.%I TO dashboard_reader', p_name);
END
$$;

REVOKE ALL ON FUNCTION batch.register_dataset(text, text) FROM PUBLIC;
GRANT SELECT ON batch.datasets TO batch_writer;
