package io.tidemark.dashboard.landing;

/**
 * How far the landing of a dataset is.
 *
 * @param dataset trades or news
 * @param landed records in data files since the consumer started
 * @param waiting records in Kafka that are not landed yet
 * @param quarantined records in quarantine files since the consumer started
 * @param lost offsets that were gone from Kafka before they could be landed, since the consumer started
 */
public record DatasetProgress(String dataset, long landed, long waiting, long quarantined, long lost) {}
