package io.tidemark.batch.parse;

import io.tidemark.batch.landing.InputFile;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code TradeCsv}, from bytes or from columns, read in place: the next row overwrites it. Texts are left as the
 * bytes of their CSV fields, whichever they come from. For one thread.
 */
public final class TradeRow {
    private static final long HOUR_MS = 3_600_000;

    private final RowCursor cursor = new RowCursor();

    private @Nullable TradeColumns columns;
    private int columnRow;
    private byte[] symbolBytes = new byte[0];
    private int symbolStart;
    private int symbolEnd;
    private byte[] conditionsBytes = symbolBytes;
    private int conditionsStart;
    private int conditionsEnd;
    private byte[] eventIdBytes = symbolBytes;
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
        columns = null;
        symbolBytes = from;
        conditionsBytes = from;
        eventIdBytes = from;
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

    /** Takes a row from columns. */
    void set(TradeColumns from, int row) {
        columns = from;
        columnRow = row;
        TextColumn symbols = from.symbols();
        symbolBytes = symbols.bytes();
        symbolStart = symbols.start(row);
        symbolEnd = symbols.end(row);
        TextColumn conditions = from.conditions();
        conditionsBytes = conditions.bytes();
        conditionsStart = conditions.start(row);
        conditionsEnd = conditions.end(row);
        TextColumn eventIds = from.eventIds();
        eventIdBytes = eventIds.bytes();
        eventIdStart = eventIds.start(row);
        eventIdEnd = eventIds.end(row);
        price = from.prices()[row];
        volume = from.volumes()[row];
        tradeTime = from.tradeTimes()[row];
        receivedAt = from.receivedAts()[row];
        partition = from.partitions()[row];
        offset = from.offsets()[row];
    }

    /** Appends the row as a line of a landed file: its texts as they stand, its numbers as the landing consumer writes them. */
    void appendTo(CsvText text) {
        text.raw(symbolBytes, symbolStart, symbolEnd);
        text.raw(',');
        text.decimal(price);
        text.raw(',');
        text.decimal(volume);
        text.raw(',');
        text.number(tradeTime);
        text.raw(',');
        text.number(receivedAt);
        text.raw(',');
        text.raw(conditionsBytes, conditionsStart, conditionsEnd);
        text.raw(',');
        text.raw(eventIdBytes, eventIdStart, eventIdEnd);
        text.raw(',');
        text.number(partition);
        text.raw(',');
        text.number(offset);
        text.raw('\n');
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
        return columns == null
                ? symbols.get(symbolBytes, symbolStart, symbolEnd)
                : symbols.get(columns.symbols(), columnRow);
    }

    /** What the table has for the conditions, which are joined by {@code |} there. */
    public <V> V conditions(TextTable<V> conditions) {
        return columns == null
                ? conditions.get(conditionsBytes, conditionsStart, conditionsEnd)
                : conditions.get(columns.conditions(), columnRow);
    }

    /** The event id as it stands in the CSV field, quotes included, in a copy. */
    public byte[] eventIdField() {
        return Arrays.copyOfRange(eventIdBytes, eventIdStart, eventIdEnd);
    }

    /** Whether the event id stands in quotes. */
    public boolean isEventIdQuoted() {
        return eventIdEnd > eventIdStart && eventIdBytes[eventIdStart] == '"';
    }

    /**
     * Hash of the frame that the row came in: of its event id (connection, frame and index, joined by hyphens) up to the
     * last hyphen, or of all of an id without one. 32 bits, because frames are only compared where the content is equal.
     */
    public int frameHash() {
        int end = eventIdEnd;
        while (end > eventIdStart && eventIdBytes[end - 1] != '-') {
            end--;
        }
        if (end == eventIdStart) {
            end = eventIdEnd;
        }
        int hash = 1;
        for (int i = eventIdStart; i < end; i++) {
            hash = hash * 31 + eventIdBytes[i];
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
