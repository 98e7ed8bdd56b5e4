package io.tidemark.quality.scale;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a batch run says of itself in its {@code --summary-json}.
 *
 * @param published dates that it worked on
 * @param unchanged dates that were current
 * @param rows that it read
 * @param csv landed files that it read as CSV
 * @param parquet Parquet files that it read
 * @param bytes length of both
 */
record BatchSummary(
        List<String> published, List<String> unchanged, long rows, List<String> csv, List<String> parquet, long bytes) {

    static BatchSummary read(Path file) throws IOException {
        List<String> published = new ArrayList<>();
        List<String> unchanged = new ArrayList<>();
        List<String> csv = new ArrayList<>();
        List<String> parquet = new ArrayList<>();
        long rows = 0;
        long bytes = 0;
        try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
            while (json.nextToken() != null) {
                if (json.currentToken() != JsonToken.FIELD_NAME) {
                    continue;
                }
                String path =
                        json.getParsingContext().pathAsPointer().toString().replaceAll("/\\d+", "");
                JsonToken value = json.nextToken();
                switch (path) {
                    case "/dates/date" -> published.add(json.getText());
                    case "/dates/rowsRead" -> rows += json.getLongValue();
                    case "/dates/filesRead/csvBytes", "/dates/filesRead/parquetBytes" -> bytes += json.getLongValue();
                    case "/dates/filesRead/csv" -> texts(json, csv);
                    case "/dates/filesRead/parquet" -> texts(json, parquet);
                    case "/unchanged" -> texts(json, unchanged);
                    default -> {
                        if (value == JsonToken.START_ARRAY && !path.equals("/dates")) {
                            json.skipChildren();
                        }
                    }
                }
            }
        }
        return new BatchSummary(published, unchanged, rows, csv, parquet, bytes);
    }

    private static void texts(JsonParser json, List<String> into) throws IOException {
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            into.add(json.getText());
        }
    }
}
