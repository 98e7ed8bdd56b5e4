package io.tidemark.batch.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.contracts.landing.TradeCsv;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class CsvTextTest {

    private static CsvText rewritten(String rows) {
        var text = new CsvText();
        byte[] bytes = rows.getBytes(StandardCharsets.UTF_8);
        var row = new TradeRow();
        for (int at = 0; at < bytes.length; ) {
            at = row.read(bytes, at);
            text.add(row);
        }
        return text;
    }

    private static boolean comesBack(String rows) {
        byte[] file = (TradeCsv.HEADER + "\n" + rows).getBytes(StandardCharsets.UTF_8);
        var crc = new CRC32C();
        crc.update(file);
        CsvText text = rewritten(rows);
        return text.length() == file.length && text.crc32c() == crc.getValue();
    }

    @Test
    void rows_as_the_landing_consumer_writes_them_come_back_byte_for_byte() {
        assertThat(comesBack("SPY,167.41,100,1381132800464,1381132800465,24|41,id-1,0,7\n"))
                .isTrue();
        assertThat(comesBack("\"A,\"\"B\"\"\",0.000001,0,0,0,,\"x,y\",12,123456789012\n"))
                .isTrue();
        assertThat(comesBack("Zürich,123456789012345680000,0.1,1,2,,id,0,0\n")).isTrue();
        assertThat(comesBack("BTC,0.00000000000000000125,9007199254740991,1,2,,id,0,0\n"))
                .isTrue();
        assertThat(comesBack("SPY,1,1,1,1,,id,0,0\n".repeat(10_000))).isTrue();
    }

    @Test
    void numbers_written_otherwise_come_out_different() {
        assertThat(comesBack("SPY,167.40,100,1,1,,id,0,7\n")).isFalse();
        assertThat(comesBack("SPY,167.4,0100,1,1,,id,0,7\n")).isFalse();
        assertThat(comesBack("SPY,167.4,100,1,1,,id,00,7\n")).isFalse();
        assertThat(comesBack("SPY,.5,100,1,1,,id,0,7\n")).isFalse();
        assertThat(comesBack("SPY,0.1000000000000000055,100,1,1,,id,0,7\n")).isFalse();
    }
}
