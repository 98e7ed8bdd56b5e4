package io.tidemark.batch.publish;

import java.io.Serializable;
import java.util.Locale;

/**
 * A file of results that one attempt of a task writes. Attempts have files of their own, so that one which was given up
 * but still runs disturbs none.
 *
 * @param dataset of its rows, for example {@code bars_1m}
 * @param part number of the task
 * @param attempt Spark's number of the attempt
 * @param format {@code parquet} or {@code csv}
 */
public record PartFile(String dataset, int part, long attempt, String format) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Name while the run is under way. */
    public String temporaryName() {
        return String.format(Locale.ROOT, "%s-part-%04d-attempt-%d.%s", dataset, part, attempt, format);
    }

    /** Name within the dataset. */
    public String finalName() {
        return String.format(Locale.ROOT, "part-%04d.%s", part, format);
    }
}
