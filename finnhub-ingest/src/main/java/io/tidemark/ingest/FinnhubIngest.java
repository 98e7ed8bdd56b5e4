package io.tidemark.ingest;

import io.tidemark.servicekit.service.ServiceLauncher;

/** The process: {@code java -jar finnhub-ingest.jar --help} tells what it needs. */
public final class FinnhubIngest {
    private FinnhubIngest() {}

    public static void main(String[] arguments) {
        System.exit(ServiceLauncher.of("finnhub-ingest", "brings Finnhub's trades to Kafka.", IngestSettings.class)
                .defaultTo("http.port", "8081")
                .checkedBy(SettingRules::check)
                .run(arguments, IngestService::create));
    }
}
