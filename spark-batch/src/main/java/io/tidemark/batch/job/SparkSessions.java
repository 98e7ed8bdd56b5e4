package io.tidemark.batch.job;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** The session in which result tables are computed. */
final class SparkSessions {
    private SparkSessions() {}

    /** A session on the context; it ends with it. */
    static SparkSession on(JavaSparkContext context) {
        return SparkSession.builder().sparkContext(context.sc()).getOrCreate();
    }
}
