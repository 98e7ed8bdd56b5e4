package io.tidemark.batch.job;

import io.tidemark.batch.bars.MinuteKey;
import org.apache.spark.Partitioner;

/** Keeps a symbol's minutes together, so that its longer bars are rolled up without another shuffle. */
final class SymbolPartitioner extends Partitioner {
    private static final long serialVersionUID = 1L;

    private final int partitions;

    SymbolPartitioner(int partitions) {
        this.partitions = partitions;
    }

    @Override
    public int numPartitions() {
        return partitions;
    }

    @Override
    public int getPartition(Object key) {
        return Math.floorMod(((MinuteKey) key).symbol().hashCode(), partitions);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SymbolPartitioner partitioner && partitioner.partitions == partitions;
    }

    @Override
    public int hashCode() {
        return partitions;
    }
}
