package io.tidemark.batch.job;

import org.apache.spark.api.java.JavaSparkContext;

/** Where a run gets Spark from. Asked only when there is a date to work on. */
public interface SparkSource {
    /** A context as {@link SparkContexts} configures it; the run closes it. */
    JavaSparkContext open();
}
