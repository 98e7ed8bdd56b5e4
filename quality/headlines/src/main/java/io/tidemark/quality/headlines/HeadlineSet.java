package io.tidemark.quality.headlines;

import io.tidemark.newsanalysis.sentiment.SentimentLabel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * One part of the labelled headlines. Lists and rules may be improved by looking at the part named {@code tuning}; the part named
 * {@code held-out} is for measuring only.
 *
 * @param name of the part
 * @param headlines in the order of the file
 */
record HeadlineSet(String name, List<LabelledHeadline> headlines) {
    private static final String HEADER = "headline\tsummary\tfeed_symbols\tsentiment\tsymbols";
    private static final int FIELDS = 5;

    static HeadlineSet tuning() {
        return bundled("tuning");
    }

    static HeadlineSet heldOut() {
        return bundled("held-out");
    }

    private static HeadlineSet bundled(String name) {
        String file = name + ".tsv";
        try (InputStream in = HeadlineSet.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing beside " + HeadlineSet.class);
            }
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return of(name, file, lines);
        } catch (IOException failure) {
            throw new UncheckedIOException(file, failure);
        }
    }

    /**
     * Reads lines of tab-separated fields, the first of them the header.
     *
     * @throws IllegalArgumentException naming file and line of the first mistake
     */
    static HeadlineSet of(String name, String file, List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new IllegalArgumentException(file + ", line 1: the header is not " + HEADER.replace('\t', ' '));
        }
        List<LabelledHeadline> headlines = new ArrayList<>();
        for (int index = 1; index < lines.size(); index++) {
            headlines.add(headline(lines.get(index), file + ", line " + (index + 1)));
        }
        return new HeadlineSet(name, List.copyOf(headlines));
    }

    private static LabelledHeadline headline(String line, String place) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException(place + ": " + FIELDS + " fields wanted, found " + fields.length);
        }
        return new LabelledHeadline(
                fields[0],
                fields[1],
                symbols(fields[2]),
                sentiment(fields[3], place),
                new LinkedHashSet<>(symbols(fields[4])));
    }

    private static SentimentLabel sentiment(String text, String place) {
        return switch (text) {
            case "-1" -> SentimentLabel.NEGATIVE;
            case "0" -> SentimentLabel.NEUTRAL;
            case "1" -> SentimentLabel.POSITIVE;
            default -> throw new IllegalArgumentException(place + ": the sentiment \"" + text + "\" is not -1, 0 or 1");
        };
    }

    private static List<String> symbols(String text) {
        return Stream.of(text.split(",")).filter(symbol -> !symbol.isEmpty()).toList();
    }
}
