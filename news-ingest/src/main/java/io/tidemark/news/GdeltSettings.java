package io.tidemark.news;

import io.smallrye.config.WithDefault;
import io.tidemark.servicekit.config.Doc;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** GDELT DOC 2.0. */
public interface GdeltSettings {

    @Doc("Address of the API.")
    @WithDefault("https://api.gdeltproject.org/api/v2/doc/doc")
    URI url();

    @Doc("Queries in GDELT's language, separated by commas.")
    @WithDefault("(\"stock market\" OR earnings OR \"central bank\") sourcelang:english")
    List<String> queries();

    @Doc("How often every query is asked.")
    @WithDefault("15m")
    Duration interval();

    @Doc("How far back every query looks; longer than the interval, at least 15m.")
    @WithDefault("1h")
    Duration timespan();

    @Doc("Shortest time between two calls.")
    @WithDefault("6s")
    Duration callGap();
}
