package io.tidemark.batch.table;

import org.apache.spark.sql.types.StructType;

/**
 * A dataset that lives as long as a run: what the scan leaves for the transforms that make result tables.
 *
 * @param dataset its name, which begins its files' names
 * @param schema its columns
 */
public record BaseRows(String dataset, StructType schema) {}
