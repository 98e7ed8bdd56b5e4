package io.tidemark.speed.alert;

/** How much an alert matters. */
public enum AlertSeverity {
    INFO("info"),
    WARNING("warning"),
    CRITICAL("critical");

    private final String text;

    AlertSeverity(String text) {
        this.text = text;
    }

    /** As the table spells it. */
    public String text() {
        return text;
    }
}
