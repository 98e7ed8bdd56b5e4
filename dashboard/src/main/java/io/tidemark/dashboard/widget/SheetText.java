package io.tidemark.dashboard.widget;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Cells as people read them; what there is none of is a dash. */
public final class SheetText {
    public static final String NONE = "–";

    private static final int MOST_DECIMALS = 6;

    private SheetText() {}

    public static String of(Sheet.Kind kind, @Nullable Object cell, Moments moments) {
        return switch (cell) {
            case null -> NONE;
            case LocalDate date -> Moments.date(date);
            case Instant instant -> moments.recent(instant);
            case Number number -> number(kind, number);
            default -> cell.toString();
        };
    }

    private static String number(Sheet.Kind kind, Number number) {
        double value = number.doubleValue();
        return switch (kind) {
            case SHARE -> format("%.2f%%", value * 100);
            case CHANGE -> format("%+.2f%%", value * 100);
            case RATIO -> format("%.3f", value);
            default -> plain(value);
        };
    }

    /** One decimal, or none where that would be a zero. */
    public static String brief(double value) {
        return format(Math.abs(value - Math.rint(value)) < 0.05 ? "%,.0f" : "%,.1f", value);
    }

    /** Two decimals for prices of stocks, more only for what is small. */
    public static String plain(double value) {
        if (value == Math.rint(value)) {
            return format("%,.0f", value);
        }
        if (Math.abs(value) >= 1) {
            return format("%,.2f", value);
        }
        BigDecimal small = BigDecimal.valueOf(value).setScale(MOST_DECIMALS, RoundingMode.HALF_EVEN);
        return small.stripTrailingZeros().toPlainString().replace('-', '\u2212');
    }

    /** A true minus, as wide as the plus. */
    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value).replace('-', '\u2212');
    }
}
