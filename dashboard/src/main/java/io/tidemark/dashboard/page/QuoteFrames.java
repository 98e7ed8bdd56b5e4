package io.tidemark.dashboard.page;

import io.tidemark.dashboard.market.Overview;
import io.tidemark.dashboard.market.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes the one string that feeds every cell of a watchlist (its form stands in {@code quote-board.ts}). All sessions
 * go from the same snapshot to the same next one, so that a tick's string is made once for all of them. A price moves
 * several times a second and costs some 25 characters; the line of closes is sent only when it is another.
 */
@Component
final class QuoteFrames {
    private static final String HEIGHTS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private record Step(@Nullable Overview from, Overview to, String frame) {}

    private @Nullable Step last;

    /** Quotes of an overview that someone who has seen an earlier one does not know; all when there is none. */
    @SuppressWarnings("ReferenceEquality") // an overview is shared by all sessions, and long to compare
    synchronized String between(@Nullable Overview from, Overview to) {
        Step step = last;
        if (step == null || step.from != from || step.to != to) {
            step = new Step(from, to, frame(from, to));
            last = step;
        }
        return step.frame;
    }

    private static String frame(@Nullable Overview from, Overview to) {
        Map<String, Quote> seen = from == null
                ? Map.of()
                : from.quotes().stream().collect(Collectors.toMap(Quote::symbol, Function.identity()));
        List<String> lines = new ArrayList<>();
        for (Quote quote : to.quotes()) {
            Quote known = seen.get(quote.symbol());
            boolean sameLine = known != null && known.closes().equals(quote.closes());
            if (known == null || !sameLine || !sameFigures(known, quote)) {
                lines.add(sameLine ? figures(quote) : figures(quote) + '\t' + spark(quote.closes()));
            }
        }
        return String.join("\n", lines);
    }

    private static boolean sameFigures(Quote known, Quote quote) {
        return Objects.equals(known.last(), quote.last())
                && Objects.equals(known.changePercent(), quote.changePercent());
    }

    private static String figures(Quote quote) {
        return String.join(
                "\t",
                quote.symbol(),
                PriceText.price(quote.last(), PriceText.decimals(quote)),
                PriceText.percent(quote.changePercent()),
                Integer.toString((int) Math.signum(Objects.requireNonNullElse(quote.change(), 0.0))));
    }

    /** Each close as one letter: its height between the lowest and the highest. */
    private static String spark(List<Double> closes) {
        double low = closes.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = closes.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        StringBuilder spark = new StringBuilder(closes.size());
        for (double close : closes) {
            double share = high > low ? (close - low) / (high - low) : 0.5;
            spark.append(HEIGHTS.charAt((int) Math.round(share * (HEIGHTS.length() - 1))));
        }
        return spark.toString();
    }
}
