package io.tidemark.speed.trade;

/**
 * A record that was kept out. Its bytes stay where its coordinates say, and landing keeps a copy of what it cannot read.
 *
 * @param partition of the trade topic
 * @param offset within it
 * @param refusal the kind of fault
 * @param detail the fault in words
 */
public record RefusedTrade(int partition, long offset, Refusal refusal, String detail) {}
