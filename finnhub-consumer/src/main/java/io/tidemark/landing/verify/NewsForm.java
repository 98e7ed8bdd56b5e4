package io.tidemark.landing.verify;

import io.tidemark.contracts.landing.NewsCsv;

/** {@link NewsCsv}: rows and links to symbols per feed and date. */
final class NewsForm implements RowForm {
    private static final int COLUMNS = 12;

    @Override
    public String header() {
        return NewsCsv.HEADER;
    }

    @Override
    public int columns() {
        return COLUMNS;
    }

    @Override
    public boolean breaksInFields() {
        return true;
    }

    @Override
    public LandedRow read(CsvFields fields) throws BadRowException {
        requireText(fields, 0, "id");
        requireText(fields, 3, "headline");
        requireText(fields, 9, "feed");
        // No sum needs it: its form is all there is to check.
        fields.number(2);
        return new LandedRow(
                fields.text(9), links(fields.text(8)), fields.number(1), fields.number(10), fields.number(11));
    }

    /** A day, for feeds bring tens of items an hour, not thousands. */
    @Override
    public String period(String bucket) {
        return bucket.substring(0, bucket.indexOf('/'));
    }

    @Override
    public Labels labels() {
        return new Labels("feed", "date", "links");
    }

    private static void requireText(CsvFields fields, int column, String name) throws BadRowException {
        if (fields.text(column).isBlank()) {
            throw new BadRowException("the " + name + " is empty");
        }
    }

    private static long links(String symbols) {
        return symbols.isEmpty()
                ? 0
                : 1 + symbols.chars().filter(c -> c == NewsCsv.SYMBOL_SEPARATOR).count();
    }
}
