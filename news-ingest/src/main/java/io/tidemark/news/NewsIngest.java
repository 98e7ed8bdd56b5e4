package io.tidemark.news;

import io.tidemark.servicekit.service.ServiceLauncher;

/** The process: {@code java -jar news-ingest.jar --help} tells what it needs. */
public final class NewsIngest {
    private NewsIngest() {}

    public static void main(String[] arguments) {
        System.exit(ServiceLauncher.of("news-ingest", "brings news to Kafka, each story once.", NewsSettings.class)
                .defaultTo("http.port", "8083")
                .checkedBy(SettingRules::check)
                .run(arguments, NewsService::create));
    }
}
