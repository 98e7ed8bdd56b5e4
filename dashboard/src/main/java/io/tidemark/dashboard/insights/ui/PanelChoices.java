package io.tidemark.dashboard.insights.ui;

/** What a reader does in the panels. */
interface PanelChoices {
    /** Wants a panel's table, or its figure again. */
    void table(String panel, boolean wanted);

    /** Chose a list of movers. */
    void movers(String list);

    /** Chose a symbol. */
    void symbol(String symbol);
}
