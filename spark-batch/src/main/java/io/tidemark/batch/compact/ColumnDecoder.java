package io.tidemark.batch.compact;

import io.tidemark.batch.parse.TextColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ValuesType;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.values.ValuesReader;
import org.jspecify.annotations.Nullable;

/**
 * Decodes whole columns of required values into arrays: page by page and without an object a value, where Parquet's record
 * readers ask a column for each. For one row group.
 */
final class ColumnDecoder {
    private final PageReadStore pages;

    ColumnDecoder(PageReadStore pages) {
        this.pages = pages;
    }

    void doubles(String column, double[] into) throws IOException {
        var chunk = new Chunk(column);
        double[] entries = new double[chunk.dictionarySize()];
        for (int id = 0; id < entries.length; id++) {
            entries[id] = chunk.dictionary().decodeToDouble(id);
        }
        int[] ids = new int[into.length];
        int at = 0;
        for (Page page = chunk.next(); page != null; page = chunk.next()) {
            if (page.encoding == Encoding.PLAIN) {
                page.littleEndian().asDoubleBuffer().get(into, at, page.count);
            } else {
                page.ids().read(ids, 0, page.count);
                for (int i = 0; i < page.count; i++) {
                    into[at + i] = entries[ids[i]];
                }
            }
            at += page.count;
        }
    }

    void longs(String column, long[] into) throws IOException {
        var chunk = new Chunk(column);
        int at = 0;
        for (Page page = chunk.next(); page != null; page = chunk.next()) {
            if (page.encoding == Encoding.PLAIN) {
                page.littleEndian().asLongBuffer().get(into, at, page.count);
            } else {
                ValuesReader values = page.values();
                for (int i = 0; i < page.count; i++) {
                    into[at + i] = values.readLong();
                }
            }
            at += page.count;
        }
    }

    void ints(String column, int[] into) throws IOException {
        var chunk = new Chunk(column);
        int[] entries = new int[chunk.dictionarySize()];
        for (int id = 0; id < entries.length; id++) {
            entries[id] = chunk.dictionary().decodeToInt(id);
        }
        int[] ids = new int[into.length];
        int at = 0;
        for (Page page = chunk.next(); page != null; page = chunk.next()) {
            if (page.encoding == Encoding.PLAIN) {
                page.littleEndian().asIntBuffer().get(into, at, page.count);
            } else {
                page.ids().read(ids, 0, page.count);
                for (int i = 0; i < page.count; i++) {
                    into[at + i] = entries[ids[i]];
                }
            }
            at += page.count;
        }
    }

    /**
     * Texts, in the form of their CSV fields.
     *
     * @param mayNeedQuotes whether a text may hold what must be quoted in CSV; if not, texts are not even looked at
     */
    void texts(String column, TextColumn into, boolean mayNeedQuotes) throws IOException {
        var chunk = new Chunk(column);
        for (int id = 0; id < chunk.dictionarySize(); id++) {
            add(chunk.dictionary().decodeToBinary(id).getBytes(), into);
        }
        int at = 0;
        for (Page page = chunk.next(); page != null; page = chunk.next()) {
            if (page.encoding == Encoding.PLAIN) {
                plainTexts(page, at, into, mayNeedQuotes);
            } else {
                page.ids().read(into.ids(), at, page.count);
            }
            at += page.count;
        }
    }

    /** Each text stands behind its length; the page is taken over as a whole unless texts must be looked at. */
    private static void plainTexts(Page page, int at, TextColumn into, boolean mayNeedQuotes) {
        ByteBuffer values = page.littleEndian();
        byte[] bytes = new byte[values.remaining()];
        values.duplicate().get(bytes);
        int base = mayNeedQuotes ? 0 : into.append(bytes, 0, bytes.length);
        into.reservePlaces(page.count);
        int[] ids = into.ids();
        int position = 0;
        for (int i = 0; i < page.count; i++) {
            int start = position + Integer.BYTES;
            position = start + values.getInt(position);
            ids[at + i] = mayNeedQuotes
                    ? add(Arrays.copyOfRange(bytes, start, position), into)
                    : into.addPlace(base + start, base + position);
        }
    }

    private static int add(byte[] text, TextColumn into) {
        byte[] field = field(text);
        int start = into.append(field, 0, field.length);
        return into.addPlace(start, start + field.length);
    }

    private static byte[] field(byte[] text) {
        for (byte b : text) {
            if (b == ',' || b == '"' || b == '\n' || b == '\r') {
                String quoted = '"' + new String(text, StandardCharsets.UTF_8).replace("\"", "\"\"") + '"';
                return quoted.getBytes(StandardCharsets.UTF_8);
            }
        }
        return text;
    }

    /** One column of the row group. */
    private final class Chunk {
        private final ColumnDescriptor descriptor;
        private final PageReader reader;
        private final @Nullable Dictionary dictionary;

        Chunk(String column) throws IOException {
            descriptor = TradeSchema.MESSAGE.getColumnDescription(new String[] {column});
            reader = pages.getPageReader(descriptor);
            DictionaryPage page = reader.readDictionaryPage();
            dictionary = page == null ? null : page.getEncoding().initDictionary(descriptor, page);
        }

        int dictionarySize() {
            return dictionary == null ? 0 : dictionary.getMaxId() + 1;
        }

        Dictionary dictionary() {
            if (dictionary == null) {
                throw new IllegalStateException(descriptor + " has no dictionary");
            }
            return dictionary;
        }

        @Nullable Page next() throws IOException {
            DataPage page = reader.readPage();
            return page == null
                    ? null
                    : page.accept(new DataPage.Visitor<Page>() {
                        @Override
                        public Page visit(DataPageV1 first) {
                            return new Page(
                                    descriptor, first.getValueCount(), first.getValueEncoding(), first.getBytes());
                        }

                        @Override
                        public Page visit(DataPageV2 second) {
                            return new Page(
                                    descriptor, second.getValueCount(), second.getDataEncoding(), second.getData());
                        }
                    });
        }
    }

    /** Values of one page; required ones, so that no levels stand before them. */
    private record Page(ColumnDescriptor descriptor, int count, Encoding encoding, BytesInput bytes) {
        ByteBuffer littleEndian() {
            try {
                return bytes.toByteBuffer().slice().order(ByteOrder.LITTLE_ENDIAN);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Indexes into the dictionary. */
        DictionaryIds ids() throws IOException {
            if (!encoding.usesDictionary()) {
                throw new IOException("column " + descriptor + " is encoded as " + encoding);
            }
            return new DictionaryIds(bytes.toByteBuffer().slice());
        }

        ValuesReader values() throws IOException {
            ValuesReader values = encoding.getValuesReader(descriptor, ValuesType.VALUES);
            values.initFromPage(count, ByteBufferInputStream.wrap(bytes.toByteBuffer()));
            return values;
        }
    }
}
