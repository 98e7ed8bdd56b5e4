-- One schema a writer: batch belongs to spark-batch, serving holds what the dashboard reads.
CREATE SCHEMA IF NOT EXISTS batch;

-- The program that migrates has made this one already, to keep its history in; psql has not.
DO $$
BEGIN
    IF to_regnamespace('serving') IS NULL THEN
        CREATE SCHEMA serving;
    END IF;
END
$$;

-- Roles belong to the whole server: another database's migration may have made them, or be making them right now.
-- They get LOGIN and a password from the program's settings, never from a file of SQL.
DO $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY ['batch_writer', 'dashboard_reader'] LOOP
        IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles r WHERE r.rolname = wanted) THEN
            BEGIN
                EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
            EXCEPTION
                WHEN duplicate_object OR unique_violation THEN
                    RAISE NOTICE 'role % was made by someone else meanwhile', wanted;
            END;
        END IF;
    END LOOP;
END
$$;

REVOKE ALL ON SCHEMA batch FROM PUBLIC;
REVOKE ALL ON SCHEMA serving FROM PUBLIC;
GRANT USAGE ON SCHEMA batch TO batch_writer;
GRANT USAGE ON SCHEMA serving TO dashboard_reader;

-- A function is executable by everyone unless said otherwise: here nothing is.
ALTER DEFAULT PRIVILEGES IN SCHEMA batch REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA serving REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
