package io.tidemark.dashboard.market;

import java.util.List;

/** The difference between two states of a series. */
public sealed interface SeriesChange {

    /** Nothing to tell. */
    enum Unchanged implements SeriesChange {
        INSTANCE
    }

    /** Only these bars at the end are new or other than before; in order, oldest first. */
    record Tail(List<Bar> bars) implements SeriesChange {}

    /** Too much is different: show the whole series again. */
    enum Replaced implements SeriesChange {
        INSTANCE
    }
}
