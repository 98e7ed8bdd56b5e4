package io.tidemark.speed.bars;

/**
 * How far event time has got in a partition's log.
 *
 * @param partition of the trade topic
 * @param latest greatest trade time so far, epoch ms
 */
public record PartitionTime(int partition, long latest) {}
