package io.tidemark.batch.quality;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Limits by which data is judged. Their text form is a list such as {@code duplicates=1%/10%, lateness=30s/120s}: the limit
 * above which data is suspect, and the one above which it is bad. What is not named has its default.
 *
 * @param limits of every figure
 */
public record QualityLimits(Map<Figure, Limit> limits) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What is limited. Shares are between 0 and 1, in text percent; times are in seconds. */
    public enum Figure {
        /** Suspected duplicates, of a symbol's trades. */
        DUPLICATES("%", 0.005, 0.05),
        /** Rows older than the row before them, of a symbol's rows: several venues make some disorder usual. */
        DISORDER("%", 0.2, 0.5),
        /** 99th percentile of a symbol's lateness. */
        LATENESS("s", 10, 60),
        /** Rows received before their own trade time, of a symbol's rows: clocks differ a little, not often. */
        FUTURE("%", 0.01, 0.1),
        /** Minutes of a symbol's regular session that a feed gap touches. */
        GAPS("%", 0.01, 0.1),
        /**
         * Minutes of the regular session without a trade, outside feed gaps, of a liquid symbol (see {@link #LIQUID_TRADES}).
         * Never bad by default: silence is no proof.
         */
        SILENCE("%", 0.2, 1),
        /** Quarantined records, of all that were received for a date. */
        QUARANTINE("%", 0.001, 0.01),
        /** Symbols that are bad, of a date's symbols. */
        BAD_SYMBOLS("%", 0, 0.1),
        /** Symbols that are suspect or bad, of a date's symbols. Never bad by default. */
        SUSPECT_SYMBOLS("%", 0.5, 1);

        private final String unit;
        private final double suspect;
        private final double bad;

        Figure(String unit, double suspect, double bad) {
            this.unit = unit;
            this.suspect = suspect;
            this.bad = bad;
        }

        /** Its name in text, for example {@code bad-symbols}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** A value as people read it, for example {@code 0.5 %} or {@code 12.0 s}. */
        String format(double value) {
            return String.format(
                    Locale.ROOT, unit.equals("%") ? "%.1f %%" : "%.1f s", unit.equals("%") ? value * 100 : value);
        }

        private double parse(String text) {
            String trimmed = text.trim();
            if (!trimmed.endsWith(unit)) {
                throw new IllegalArgumentException(label() + " is given in " + unit + ", not as " + trimmed);
            }
            try {
                double number = Double.parseDouble(trimmed.substring(0, trimmed.length() - unit.length()));
                return unit.equals("%") ? number / 100 : number;
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(label() + " is no number: " + trimmed, e);
            }
        }
    }

    /**
     * Trades for each minute with a trade from which on a symbol counts as liquid: only then may silence count against it. With so
     * many expected, a minute without any has the probability e^-10 if trades are independent (Poisson).
     */
    static final double LIQUID_TRADES = 10;

    /** With fewer rows than this a symbol's shares make it no worse than suspect: one of ten is no tenth of a market. */
    static final long LEAST_ROWS = 100;

    public QualityLimits {
        limits = new EnumMap<>(limits);
    }

    /** The defaults, which {@link Figure} lists. */
    public static QualityLimits defaults() {
        Map<Figure, Limit> limits = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            limits.put(figure, new Limit(figure.suspect, figure.bad));
        }
        return new QualityLimits(limits);
    }

    /**
     * Limits from their text form; the defaults from an empty text.
     *
     * @throws IllegalArgumentException when it is none; the message says why
     */
    public static QualityLimits parse(String text) {
        Map<Figure, Limit> limits = defaults().limits();
        for (String part : text.split(",", -1)) {
            if (part.isBlank()) {
                continue;
            }
            String[] sides = part.split("=", -1);
            String[] values = sides.length == 2 ? sides[1].split("/", -1) : new String[0];
            if (values.length != 2) {
                throw new IllegalArgumentException("'" + part.trim() + "' is not of the form duplicates=1%/10%");
            }
            Figure figure = figure(sides[0].trim());
            limits.put(figure, new Limit(figure.parse(values[0]), figure.parse(values[1])));
        }
        return new QualityLimits(limits);
    }

    /** The text form, of every limit: equal texts judge alike. */
    public String text() {
        return limits.entrySet().stream()
                .map(entry -> entry.getKey().label() + "=" + text(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(","));
    }

    /** Limits of a figure. */
    Limit of(Figure figure) {
        Limit limit = limits.get(figure);
        if (limit == null) {
            throw new IllegalStateException("no limit of " + figure.label());
        }
        return limit;
    }

    private static String text(Figure figure, Limit limit) {
        double scale = figure.unit.equals("%") ? 100 : 1;
        return limit.suspect() * scale + figure.unit + "/" + limit.bad() * scale + figure.unit;
    }

    private static Figure figure(String name) {
        return Stream.of(Figure.values())
                .filter(figure -> figure.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no limit '" + name + "', but "
                        + Stream.of(Figure.values()).map(Figure::label).collect(Collectors.joining(", "))));
    }
}
