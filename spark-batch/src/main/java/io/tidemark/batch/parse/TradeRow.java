package io.tidemark.batch.parse;

import io.tidemark.batch.landing.InputFile;

/**
 * One row of {@code TradeCsv}, read in place: the next row overwrites it. Texts are left as bytes. For one thread.
 */
public final class TradeRow {
    private static final long HOUR_MS = 3_600_000;

    private final RowCursor cursor = new RowCursor();

    private byte[] bytes = new byte[0];
    private int symbolStart;
    private int symbolEnd;
    private int conditionsStart;
    private int conditionsEnd;
    private int eventIdStart;
    private int eventIdEnd;
    private double price;
    private double volume;
    private long tradeTime;
    private long receivedAt;
    private int partition;
    private long offset;

    /**
     * Reads a row.
     *
     * @param from bytes that end with a line break
     * @param position of the row's first byte
     * @return position of the next row
     * @throws MalformedRowException when it is none; the message says why
     */
    int read(byte[] from, int position) {
        bytes = from;
        cursor.moveTo(from, position);
        symbolStart = position;
        symbolEnd = cursor.text();
        price = cursor.decimal();
        volume = cursor.decimal();
        tradeTime = cursor.integer();
        receivedAt = cursor.integer();
        conditionsStart = cursor.position();
        conditionsEnd = cursor.text();
        eventIdStart = cursor.position();
        eventIdEnd = cursor.text();
        partition = Math.toIntExact(cursor.integer());
        offset = cursor.lastInteger();
        return cursor.position();
    }

    /**
     * Checks that it is a trade and belongs where it stands.
     *
     * @throws MalformedRowException when not
     */
    void check(InputFile file) {
        if (symbolEnd == symbolStart) {
            throw new MalformedRowException("the symbol is empty");
        }
        if (!(price > 0 && price < Double.POSITIVE_INFINITY)) {
            throw new MalformedRowException("price " + price + " is not above zero and finite");
        }
        if (volume == Double.POSITIVE_INFINITY) {
            throw new MalformedRowException("volume is not finite");
        }
        if (tradeTime < file.bucketStart() || tradeTime - file.bucketStart() >= HOUR_MS) {
            throw new MalformedRowException("trade time " + tradeTime + " does not belong in this directory's hour");
        }
        if (partition != file.partition() || offset < file.startOffset() || offset >= file.endOffset()) {
            throw new MalformedRowException("record " + partition + ":" + offset + " does not belong to the segment "
                    + file.partition() + ":" + file.startOffset() + "-" + file.endOffset());
        }
    }

    /** What the table has for the symbol. */
    public <V> V symbol(TextTable<V> symbols) {
        return symbols.get(bytes, symbolStart, symbolEnd);
    }

    /** What the table has for the conditions, which are joined by {@code |} there. */
    public <V> V conditions(TextTable<V> conditions) {
        return conditions.get(bytes, conditionsStart, conditionsEnd);
    }

    /**
     * Hash of the frame that the row came in: of its event id (connection, frame and index, joined by hyphens) up to the
     * last hyphen, or of all of an id without one. 32 bits, because frames are only compared where the content is equal.
     */
    public int frameHash() {
        int end = eventIdEnd;
        while (end > eventIdStart && bytes[end - 1] != '-') {
            end--;
        }
        if (end == eventIdStart) {
            end = eventIdEnd;
        }
        int hash = 1;
        for (int i = eventIdStart; i < end; i++) {
            hash = hash * 31 + bytes[i];
        }
        return hash;
    }

    /** Price in the symbol's currency. */
    public double price() {
        return price;
    }

    /** Shares or units; zero means a price update. */
    public double volume() {
        return volume;
    }

    /** When the trade happened, epoch ms. */
    public long tradeTime() {
        return tradeTime;
    }

    /** When it was received, epoch ms. */
    public long receivedAt() {
        return receivedAt;
    }

    /** Kafka partition. */
    public int partition() {
        return partition;
    }

    /** Offset in it. */
    public long offset() {
        return offset;
    }
}
