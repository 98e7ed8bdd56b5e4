package io.tidemark.batch.parse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values by the bytes of a CSV field, so that a text which comes in every row is decoded once. For one thread.
 *
 * @param <V> what a text stands for
 */
public final class TextTable<V> {
    private static final int INITIAL_CAPACITY = 16;
    private static final int MAX_RECALLED = 10_000;

    private static final class Entry<V> {
        private final byte[] field;
        private final int hash;
        private final V value;

        Entry(byte[] field, int hash, V value) {
            this.field = field;
            this.hash = hash;
            this.value = value;
        }
    }

    private final Function<String, V> values;
    private @Nullable Entry<V>[] entries = newEntries(INITIAL_CAPACITY);
    private int size;
    private @Nullable TextColumn recalledColumn;
    private int recalledGeneration;
    private @Nullable V[] recalled = newValues(0);

    /**
     * An empty table.
     *
     * @param values makes the value of a text when it comes for the first time
     */
    public TextTable(Function<String, V> values) {
        this.values = values;
    }

    /** The value of the field that stands in the bytes, quoted or not. */
    V get(byte[] bytes, int from, int to) {
        int hash = hash(bytes, from, to);
        int mask = entries.length - 1;
        for (int slot = hash & mask; ; slot = (slot + 1) & mask) {
            Entry<V> entry = entries[slot];
            if (entry == null) {
                return add(bytes, from, to, hash);
            }
            if (entry.hash == hash && Arrays.equals(entry.field, 0, entry.field.length, bytes, from, to)) {
                return entry.value;
            }
        }
    }

    /** The value of a row's field; where texts are few, each is looked up once in all rows. */
    V get(TextColumn column, int row) {
        int id = column.ids()[row];
        if (column != recalledColumn || column.generation() != recalledGeneration) {
            recalledColumn = column;
            recalledGeneration = column.generation();
            recalled = newValues(column.places() <= MAX_RECALLED ? column.places() : 0);
        }
        if (id >= recalled.length) {
            return get(column.bytes(), column.start(row), column.end(row));
        }
        V value = recalled[id];
        if (value == null) {
            value = get(column.bytes(), column.start(row), column.end(row));
            recalled[id] = value;
        }
        return value;
    }

    private V add(byte[] bytes, int from, int to, int hash) {
        V value = values.apply(decode(bytes, from, to));
        if (size * 2 >= entries.length) {
            grow();
        }
        insert(entries, new Entry<>(Arrays.copyOfRange(bytes, from, to), hash, value));
        size++;
        return value;
    }

    private void grow() {
        @Nullable Entry<V>[] larger = newEntries(entries.length * 2);
        for (Entry<V> entry : entries) {
            if (entry != null) {
                insert(larger, entry);
            }
        }
        entries = larger;
    }

    private static <V> void insert(@Nullable Entry<V>[] into, Entry<V> entry) {
        int mask = into.length - 1;
        int slot = entry.hash & mask;
        while (into[slot] != null) {
            slot = (slot + 1) & mask;
        }
        into[slot] = entry;
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        return hash ^ (hash >>> 15);
    }

    private static String decode(byte[] bytes, int from, int to) {
        if (to > from && bytes[from] == '"') {
            return new String(bytes, from + 1, to - from - 2, StandardCharsets.UTF_8).replace("\"\"", "\"");
        }
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    @SuppressWarnings("unchecked")
    private static <V> @Nullable V[] newValues(int size) {
        return (@Nullable V[]) new Object[size];
    }

    @SuppressWarnings("unchecked")
    private static <V> @Nullable Entry<V>[] newEntries(int capacity) {
        return (@Nullable Entry<V>[]) new Entry<?>[capacity];
    }
}
