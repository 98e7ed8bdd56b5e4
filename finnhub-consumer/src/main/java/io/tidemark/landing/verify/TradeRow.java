package io.tidemark.landing.verify;

/**
 * What a proof needs of a landed trade.
 *
 * @param symbol of the trade
 * @param volume of the trade
 * @param eventTime epoch ms
 * @param partition Kafka's
 * @param offset Kafka's
 */
record TradeRow(String symbol, double volume, long eventTime, long partition, long offset) {
    static final int FIELDS = 9;

    /**
     * Reads a row, all of its columns.
     *
     * @throws BadRowException when a value is not what its column holds
     */
    static TradeRow of(CsvFields fields) throws BadRowException {
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
        return new TradeRow(symbol, fields.decimal(2), fields.number(3), fields.number(7), fields.number(8));
    }
}
