package io.tidemark.batch.table;

/** What the rows of a date are a function of. */
public enum Scope {
    /** What has landed of that date alone: the rows change only when the date itself is published again. */
    DATE,
    /** The daily statistics of that date and of all before it: the rows of later dates change with an earlier date. */
    HISTORY;

    /** Its name in the database, for example {@code date}. */
    public String label() {
        return this == DATE ? "date" : "history";
    }
}
