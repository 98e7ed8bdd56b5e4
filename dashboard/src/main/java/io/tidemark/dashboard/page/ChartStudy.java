package io.tidemark.dashboard.page;

import io.tidemark.dashboard.widget.Texts;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What the chart computes from its bars and draws; the formulas stand in {@code frontend/chart/studies}. */
enum ChartStudy {
    SMA,
    EMA,
    VWAP,
    BOLLINGER,
    RSI,
    MACD;

    private static final String NONE = "none";

    /** What is drawn before anybody chose. */
    static Set<ChartStudy> usual() {
        return EnumSet.of(SMA);
    }

    /** The studies that a link names, such as {@code sma,rsi}; the usual ones when it names none that is known. */
    static Set<ChartStudy> of(String codes) {
        Set<String> named = Set.copyOf(Arrays.asList(codes.split(",", -1)));
        Set<ChartStudy> studies = Arrays.stream(values())
                .filter(study -> named.contains(study.code()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ChartStudy.class)));
        return studies.isEmpty() && !codes.equals(NONE) ? usual() : studies;
    }

    /** How links name these studies. */
    static String codes(Set<ChartStudy> studies) {
        return studies.isEmpty() ? NONE : studies.stream().map(ChartStudy::code).collect(Collectors.joining(","));
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return Texts.of("study." + code());
    }
}
