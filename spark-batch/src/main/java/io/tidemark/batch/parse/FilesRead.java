package io.tidemark.batch.parse;

import java.util.List;

/**
 * What a run read of a date, by the account of its tasks.
 *
 * @param csv names of the landed files that were read as CSV
 * @param csvBytes bytes read of them
 * @param compacted names of the landed files whose rows came from the compaction
 * @param parquet paths of the Parquet files that were read
 * @param parquetBytes their length
 */
public record FilesRead(
        List<String> csv, long csvBytes, List<String> compacted, List<String> parquet, long parquetBytes) {
    public FilesRead {
        csv = List.copyOf(csv);
        compacted = List.copyOf(compacted);
        parquet = List.copyOf(parquet);
    }
}
