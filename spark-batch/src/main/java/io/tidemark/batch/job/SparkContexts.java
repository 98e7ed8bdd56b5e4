package io.tidemark.batch.job;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.catalyst.expressions.codegen.CodeGenerator;
import org.slf4j.LoggerFactory;

/** A context of a run's own, as the job wants it. What the user has set on the command line or in Spark's files stays. */
public final class SparkContexts implements SparkSource {
    private static final String LOOPBACK = "127.0.0.1";
    /**
     * The tables of one date need more generated classes than the 100 that Spark keeps: with these each date would compile
     * all of them again.
     */
    private static final String GENERATED_CLASSES = "1000";

    @Override
    public JavaSparkContext open() {
        SparkConf conf = new SparkConf()
                .setIfMissing("spark.master", "local[*]")
                .setIfMissing("spark.app.name", "tidemark-batch")
                .setIfMissing("spark.ui.enabled", "false")
                .setIfMissing("spark.ui.showConsoleProgress", "false");
        if (LoggerFactory.getLogger("org.apache.spark").isInfoEnabled()) {
            // Nobody has told Spark to be quiet, and the job's own lines would drown.
            conf.setIfMissing("spark.log.level", "WARN");
        }
        // Not the user's to choose: two attempts of one task at once would fight over its part of the stage.
        conf.set("spark.speculation", "false");
        conf.set("spark.serializer", "org.apache.spark.serializer.KryoSerializer");
        conf.set("spark.kryo.registrator", KryoRecords.class.getName());
        // Nor this: dates are UTC's everywhere.
        conf.set("spark.sql.session.timeZone", "UTC");
        // Result tables are small: more partitions, and plans that are made anew at run time, cost more than they
        // bring.
        conf.setIfMissing("spark.sql.shuffle.partitions", "1").setIfMissing("spark.sql.adaptive.enabled", "false");
        conf.setIfMissing("spark.sql.codegen.cache.maxEntries", GENERATED_CLASSES);
        if (conf.get("spark.master").startsWith("local")) {
            conf.setIfMissing("spark.driver.host", LOOPBACK).setIfMissing("spark.driver.bindAddress", LOOPBACK);
        }
        var context = new JavaSparkContext(conf);
        // The cache takes its size from the session of whoever needs the first class. In a task that is none.
        SparkSessions.on(context);
        CodeGenerator.resetCompileTime();
        return context;
    }
}
