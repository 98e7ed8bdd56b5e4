package io.tidemark.dashboard.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the dashboard says of its looks into the database, from its metrics. */
record Looks(double count, double seconds) {
    private static final Pattern METRIC =
            Pattern.compile("tidemark_dashboard_look_seconds_(count|sum)\\{feed=\"market\"[^}]*} (\\S+)");

    static Looks of(String url) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return read(new PageRequests(http, URI.create(url)).get("/metrics"));
        }
    }

    /** Reads the text that Prometheus gets. */
    static Looks read(String metrics) {
        double count = Double.NaN;
        double seconds = Double.NaN;
        Matcher metric = METRIC.matcher(metrics);
        while (metric.find()) {
            double value = Double.parseDouble(metric.group(2));
            if (metric.group(1).equals("count")) {
                count = value;
            } else {
                seconds = value;
            }
        }
        return new Looks(count, seconds);
    }

    /** For people: how many there were since, and how long one took on average. */
    String since(Looks before, double overSeconds) {
        double more = count - before.count;
        return String.format(
                Locale.ROOT,
                "%.1f looks/s into the database, %.0f ms each",
                more / overSeconds,
                1000 * (seconds - before.seconds) / more);
    }
}
