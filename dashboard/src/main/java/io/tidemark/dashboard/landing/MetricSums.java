package io.tidemark.dashboard.landing;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sums of samples in Prometheus' text format, by one label. */
final class MetricSums {
    private static final Pattern SAMPLE =
            Pattern.compile("(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)\\{(?<labels>[^}]*)}\\s+(?<value>\\S+)(\\s+\\d+)?");

    private final String label;
    private final Map<String, Map<String, Double>> sums = new TreeMap<>();

    /** Takes in every sample that has the label; lines that are none are left out. */
    MetricSums(String text, String label) {
        this.label = label;
        text.lines().map(SAMPLE::matcher).filter(Matcher::matches).forEach(this::take);
    }

    private void take(Matcher sample) {
        Matcher value = Pattern.compile("(?:^|,)" + Pattern.quote(label) + "=\"([^\"]*)\"")
                .matcher(sample.group("labels"));
        if (value.find()) {
            sums.computeIfAbsent(sample.group("name"), any -> new TreeMap<>())
                    .merge(value.group(1), number(sample.group("value")), Double::sum);
        }
    }

    private static double number(String text) {
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? number : 0;
        } catch (NumberFormatException e) {
            // Infinities are written +Inf and -Inf there.
            return 0;
        }
    }

    /** The sum over all samples of a metric with a value of the label, rounded; 0 without any. */
    long of(String metric, String value) {
        return Math.round(sums.getOrDefault(metric, Map.of()).getOrDefault(value, 0.0));
    }

    /** Values of the label that a metric has. */
    Iterable<String> values(String metric) {
        return sums.getOrDefault(metric, Map.of()).keySet();
    }
}
