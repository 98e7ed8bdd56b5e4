package io.tidemark.batch.job;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** How the job wants Spark. What the user has set on the command line or in Spark's files stays. */
final class SparkSessions {
    private static final String LOOPBACK = "127.0.0.1";

    private SparkSessions() {}

    /** A session of its own; the caller closes it. */
    static SparkSession create() {
        SparkConf conf = new SparkConf()
                .setIfMissing("spark.master", "local[*]")
                .setIfMissing("spark.app.name", "tidemark-batch")
                .setIfMissing("spark.ui.enabled", "false")
                .setIfMissing("spark.ui.showConsoleProgress", "false")
                .setIfMissing("spark.log.level", "WARN")
                .setIfMissing("spark.sql.shuffle.partitions", "2")
                .setIfMissing("spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version", "2")
                .setIfMissing("spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs", "false");
        // Not the user's to choose: times are UTC, and two attempts of one task at once would fight over its part of
        // the
        // stage.
        conf.set("spark.sql.session.timeZone", "UTC");
        conf.set("spark.speculation", "false");
        conf.set("spark.serializer", "org.apache.spark.serializer.KryoSerializer");
        conf.set("spark.kryo.registrator", KryoRecords.class.getName());
        if (conf.get("spark.master").startsWith("local")) {
            conf.setIfMissing("spark.driver.host", LOOPBACK).setIfMissing("spark.driver.bindAddress", LOOPBACK);
        }
        return SparkSession.builder().config(conf).getOrCreate();
    }
}
