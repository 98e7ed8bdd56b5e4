package io.tidemark.ingest;

import io.tidemark.servicekit.service.ServiceSettings;

/** Everything that can be set. */
public interface IngestSettings extends ServiceSettings {

    FinnhubSettings finnhub();

    KafkaSettings kafka();
}
