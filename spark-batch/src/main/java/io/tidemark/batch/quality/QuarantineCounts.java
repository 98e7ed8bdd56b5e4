package io.tidemark.batch.quality;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tidemark.batch.landing.InputFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/**
 * Counts quarantined records by the UTC date of their Kafka timestamp, since they have no trade time, and by the kind of reason.
 * Reads the files that manifests name, and proves them as data files are proved.
 */
public final class QuarantineCounts {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d.]*(E-?\\d+)?");

    private final Map<LocalDate, SortedMap<String, Long>> counts = new TreeMap<>();

    private QuarantineCounts() {}

    /**
     * Reads quarantine files.
     *
     * @return number of records by date and kind of reason
     * @throws IOException when a file cannot be read, or is not what its manifest says; the message names it
     */
    public static Map<LocalDate, SortedMap<String, Long>> read(List<InputFile> files) throws IOException {
        var counts = new QuarantineCounts();
        for (InputFile file : files) {
            counts.add(file);
        }
        return counts.counts;
    }

    /**
     * The kind of a reason: what follows a colon and the numbers are particulars of one record, without which there are as few
     * reasons as ways of being wrong.
     */
    static String kind(String reason) {
        int colon = reason.indexOf(':');
        return NUMBER.matcher(colon < 0 ? reason : reason.substring(0, colon))
                .replaceAll("…")
                .trim();
    }

    private void add(InputFile file) throws IOException {
        var crc = new CRC32C();
        long rows = 0;
        try (var channel = file.open()) {
            if (channel.size() != file.bytes()) {
                throw new IOException(
                        file.path() + ": the file has " + channel.size() + " bytes, its manifest says " + file.bytes());
            }
            InputStream bytes =
                    new CheckedInputStream(new BufferedInputStream(Channels.newInputStream(channel), 64 << 10), crc);
            try (JsonParser json = JSON.createParser(bytes)) {
                for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                    addRecord(json);
                    rows++;
                }
            } catch (IOException e) {
                throw new IOException(file.path() + ": line " + (rows + 1) + ": " + e.getMessage(), e);
            }
        }
        if (crc.getValue() != file.crc32c() || rows != file.rows()) {
            throw new IOException(file.path() + ": the file was changed after it landed: " + rows + " records of "
                    + file.rows() + ", CRC-32C " + Long.toHexString(crc.getValue()) + ", manifest "
                    + Long.toHexString(file.crc32c()));
        }
    }

    private void addRecord(JsonParser json) throws IOException {
        long timestamp = -1;
        String reason = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("timestamp")) {
                timestamp = json.getLongValue();
            } else if (name.equals("reason")) {
                reason = json.getText();
            } else {
                json.skipChildren();
            }
        }
        if (json.currentToken() != JsonToken.END_OBJECT || reason.isEmpty()) {
            throw new IOException("no quarantined record");
        }
        LocalDate date = Instant.ofEpochMilli(timestamp).atZone(ZoneOffset.UTC).toLocalDate();
        counts.computeIfAbsent(date, absent -> new TreeMap<>()).merge(kind(reason), 1L, Long::sum);
    }
}
