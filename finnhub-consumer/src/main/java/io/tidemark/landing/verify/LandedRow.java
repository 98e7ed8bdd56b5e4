package io.tidemark.landing.verify;

/**
 * What a proof needs of a landed row.
 *
 * @param name that it is counted under: a trade's symbol, a news item's feed
 * @param amount that is added up: a trade's volume, how many symbols a news item is linked to
 * @param eventTime epoch ms
 * @param partition Kafka's
 * @param offset Kafka's
 */
record LandedRow(String name, double amount, long eventTime, long partition, long offset) {}
