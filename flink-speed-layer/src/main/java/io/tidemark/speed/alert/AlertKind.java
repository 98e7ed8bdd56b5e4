package io.tidemark.speed.alert;

/** What an alert is about. */
public enum AlertKind {
    /** Far more news on a symbol than its past lets expect. */
    NEWS_BURST("news-burst"),
    /** A price that moved further than its past lets expect. */
    PRICE_MOVE("price-move"),
    /** A feed that was not heard for a while. */
    FEED_GAP("feed-gap");

    private final String text;

    AlertKind(String text) {
        this.text = text;
    }

    /** As the table spells it. */
    public String text() {
        return text;
    }
}
