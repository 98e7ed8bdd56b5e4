-- What each reader of the dashboard has set: the one thing that the dashboard writes, in a schema of its own.
CREATE SCHEMA dashboard;
REVOKE ALL ON SCHEMA dashboard FROM PUBLIC;
GRANT USAGE ON SCHEMA dashboard TO dashboard_reader;

-- The sizes are some ten times what the dashboard writes, so that no fault of it can fill the disk.
CREATE TABLE dashboard.reader_settings (
    reader     text PRIMARY KEY CHECK (char_length(reader) BETWEEN 1 AND 512),
    settings   jsonb       NOT NULL CHECK (jsonb_typeof(settings) = 'object' AND octet_length(settings::text) <= 65536),
    changed_at timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE dashboard.reader_settings IS
    'Settings by who signed in: theme, density, time zone, pinned symbols, silence of alerts';

-- A row is never deleted by the program: who leaves is forgotten by the owner.
GRANT SELECT, INSERT, UPDATE ON dashboard.reader_settings TO dashboard_reader;
