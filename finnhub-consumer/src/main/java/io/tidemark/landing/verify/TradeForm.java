package io.tidemark.landing.verify;

import io.tidemark.contracts.landing.TradeCsv;

/** {@link TradeCsv}: rows and volume per symbol and hour. */
final class TradeForm implements RowForm {
    private static final int COLUMNS = 9;

    @Override
    public String header() {
        return TradeCsv.HEADER;
    }

    @Override
    public int columns() {
        return COLUMNS;
    }

    @Override
    public boolean breaksInFields() {
        return false;
    }

    @Override
    public LandedRow read(CsvFields fields) throws BadRowException {
        String symbol = fields.text(0);
        if (symbol.isBlank()) {
            throw new BadRowException("the symbol is empty");
        }
        if (fields.decimal(1) <= 0) {
            throw new BadRowException("the price is not above zero");
        }
        // The columns that no sum needs: their form is all there is to check.
        fields.number(4);
        if (fields.text(6).isBlank()) {
            throw new BadRowException("the event id is empty");
        }
        return new LandedRow(symbol, fields.decimal(2), fields.number(3), fields.number(7), fields.number(8));
    }

    @Override
    public String period(String bucket) {
        return bucket;
    }

    @Override
    public Labels labels() {
        return new Labels("symbol", "hour", "volume");
    }
}
