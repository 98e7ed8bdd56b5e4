package io.tidemark.batch.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.batch.fixture.TestSession;
import io.tidemark.batch.profile.TradeSizes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultPartTest {

    @Test
    void base_rows_are_read_back_by_spark_and_are_no_result_files(@TempDir Path directory) throws IOException {
        List<Row> rows = List.of(RowFactory.create("SPY", 100.0, 3L, 300.0), RowFactory.create("SPY", 0.5, 1L, 0.5));
        List<PartFile> written;
        try (var part = new ResultPart(directory, 2, 17)) {
            for (Row row : rows) {
                part.add(TradeSizes.BASE, row);
            }
            part.finish();
            assertThat(part.files()).isEmpty();
            written = part.baseFiles();
        }
        assertThat(written)
                .extracting(PartFile::temporaryName)
                .containsExactly("base_trade_sizes-part-0002-attempt-17.parquet");
        String file = directory.resolve(written.get(0).temporaryName()).toString();
        try (SparkSession session = TestSession.start()) {
            assertThat(session.read()
                            .schema(TradeSizes.BASE.schema())
                            .parquet(file)
                            .collectAsList())
                    .containsExactlyElementsOf(rows);
        }
    }
}
