package io.tidemark.speed.news.window;

/** What news is counted by. */
public enum NewsDimension {
    /** All of it, under the one name {@code *}. */
    ALL("all"),
    SYMBOL("symbol"),
    CATEGORY("category"),
    SOURCE("source");

    private final String text;

    NewsDimension(String text) {
        this.text = text;
    }

    /** As the table spells it. */
    public String text() {
        return text;
    }
}
