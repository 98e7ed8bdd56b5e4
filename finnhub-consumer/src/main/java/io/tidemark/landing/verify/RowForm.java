package io.tidemark.landing.verify;

/** How the rows of a dataset are read and counted. */
interface RowForm {

    /** First line of every file. */
    String header();

    int columns();

    /** Whether a field in quotes may hold line breaks. */
    boolean breaksInFields();

    /**
     * Reads a row, all of its columns.
     *
     * @throws BadRowException when a value is not what its column holds
     */
    LandedRow read(CsvFields fields) throws BadRowException;

    /**
     * The period that rows are counted in.
     *
     * @param bucket directory of an hour, for example {@code dt=2026-11-22/hour=14}
     */
    String period(String bucket);

    /** What the totals are called. */
    Labels labels();

    /**
     * Names of the columns of the totals.
     *
     * @param name what {@link LandedRow#name} is
     * @param period what {@link #period} is
     * @param amount what {@link LandedRow#amount} is
     */
    record Labels(String name, String period, String amount) {}
}
