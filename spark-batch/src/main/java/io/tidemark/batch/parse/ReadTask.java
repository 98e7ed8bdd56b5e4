package io.tidemark.batch.parse;

import java.io.Serializable;
import java.util.List;

/**
 * What one task reads.
 *
 * @param ranges in the order of the files
 */
public record ReadTask(List<FileRange> ranges) implements Serializable {
    private static final long serialVersionUID = 1L;

    public ReadTask {
        ranges = List.copyOf(ranges);
    }
}
