package io.tidemark.batch.job;

import io.tidemark.batch.parse.RangeProof;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.util.AccumulatorV2;

/**
 * Brings the tasks' proofs to the driver. Keyed by range, so that a task which Spark runs again changes nothing, where a
 * sum would count twice.
 */
final class RangeProofs extends AccumulatorV2<RangeProof, Collection<RangeProof>> {
    private static final long serialVersionUID = 1L;

    private final Map<List<Long>, RangeProof> proofs = new ConcurrentHashMap<>();

    @Override
    public boolean isZero() {
        return proofs.isEmpty();
    }

    @Override
    public AccumulatorV2<RangeProof, Collection<RangeProof>> copy() {
        var copy = new RangeProofs();
        copy.proofs.putAll(proofs);
        return copy;
    }

    @Override
    public void reset() {
        proofs.clear();
    }

    @Override
    public void add(RangeProof proof) {
        proofs.put(List.of((long) proof.fileIndex(), proof.start()), proof);
    }

    @Override
    public void merge(AccumulatorV2<RangeProof, Collection<RangeProof>> other) {
        other.value().forEach(this::add);
    }

    @Override
    public Collection<RangeProof> value() {
        return List.copyOf(proofs.values());
    }
}
