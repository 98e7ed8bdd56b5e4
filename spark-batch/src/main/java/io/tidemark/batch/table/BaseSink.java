package io.tidemark.batch.table;

import java.io.IOException;
import org.apache.spark.sql.Row;

/** Where the scan puts base rows. */
@FunctionalInterface
public interface BaseSink {

    /**
     * Adds a row.
     *
     * @param row the values of the columns, in the order of the schema
     * @throws IOException when it cannot be written
     */
    void add(BaseRows base, Row row) throws IOException;
}
