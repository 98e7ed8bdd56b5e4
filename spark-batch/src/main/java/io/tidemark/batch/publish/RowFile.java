package io.tidemark.batch.publish;

import java.io.Closeable;
import java.io.IOException;
import org.apache.spark.sql.Row;

/** A file that rows of one schema are written to. */
interface RowFile extends Closeable {

    /** Adds a row. */
    void add(Row row) throws IOException;
}
