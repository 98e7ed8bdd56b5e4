package io.tidemark.dashboard.page;

import java.util.Locale;

/** How prices are drawn: whole bars, or closes alone. */
enum ChartKind {
    CANDLES,
    LINE;

    /** The kind that a link names; candles when it names none. */
    static ChartKind of(String code) {
        return code.equals(LINE.code()) ? LINE : CANDLES;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
