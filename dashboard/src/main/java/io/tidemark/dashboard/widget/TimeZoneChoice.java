package io.tidemark.dashboard.widget;

/** In whose time the page writes instants. */
public enum TimeZoneChoice {
    /** As the bars are cut. */
    UTC("utc", "UTC"),
    /** As the reader's clock shows. */
    LOCAL("local", "Local");

    private final String code;
    private final String label;

    TimeZoneChoice(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The choice of a link; UTC unless it says otherwise. */
    public static TimeZoneChoice of(String code) {
        return LOCAL.code.equals(code) ? LOCAL : UTC;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public TimeZoneChoice other() {
        return this == UTC ? LOCAL : UTC;
    }
}
