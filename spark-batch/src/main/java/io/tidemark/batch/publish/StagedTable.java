package io.tidemark.batch.publish;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a run has staged of one result table.
 *
 * @param table its name
 * @param rows number of them
 * @param files result files by date
 */
public record StagedTable(String table, long rows, Map<LocalDate, List<PartFile>> files) implements Serializable {
    private static final long serialVersionUID = 1L;

    public StagedTable {
        files = Map.copyOf(files);
    }
}
