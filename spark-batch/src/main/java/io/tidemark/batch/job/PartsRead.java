package io.tidemark.batch.job;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.util.AccumulatorV2;

/** Brings the names of the Parquet files that tasks have read and proved to the driver. */
final class PartsRead extends AccumulatorV2<String, Set<String>> {
    private static final long serialVersionUID = 1L;

    private final Set<String> paths = ConcurrentHashMap.newKeySet();

    @Override
    public boolean isZero() {
        return paths.isEmpty();
    }

    @Override
    public AccumulatorV2<String, Set<String>> copy() {
        var copy = new PartsRead();
        copy.paths.addAll(paths);
        return copy;
    }

    @Override
    public void reset() {
        paths.clear();
    }

    @Override
    public void add(String path) {
        paths.add(path);
    }

    @Override
    public void merge(AccumulatorV2<String, Set<String>> other) {
        paths.addAll(other.value());
    }

    @Override
    public Set<String> value() {
        return Set.copyOf(paths);
    }
}
