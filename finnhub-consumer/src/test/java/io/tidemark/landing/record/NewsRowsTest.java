package io.tidemark.landing.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.contracts.codec.NewsItemCodec;
import io.tidemark.contracts.event.NewsItem;
import io.tidemark.landing.harness.NewsCsvReader;
import io.tidemark.landing.harness.NumberedNews;
import io.tidemark.landing.harness.NumberedTrades;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NewsRowsTest {
    private static final long NOW = 1_795_179_600_000L;
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final RowBuffer row = new RowBuffer();

    @Test
    void an_item_is_a_row_with_its_kafka_coordinates() {
        RowOutcome outcome = write(item("Up 2%, \"again\"\nand on", List.of("AAPL", "BRK,B"), NOW, NOW + 9));
        assertThat(outcome).isEqualTo(new RowOutcome.Row(NOW));
        assertThat(text()).isEqualTo("""
                        rss:7,1795179600000,1795179600009,"Up 2%, ""again""
                        and on",,Reuters,https://example.org/7,company,"AAPL|BRK,B",rss,4,1234567
                        """);
    }

    @Test
    void an_item_without_symbols_has_an_empty_field() {
        write(item("H", List.of(), NOW, NOW));
        assertThat(text()).contains(",company,,rss,4,");
    }

    @Test
    void whatever_a_text_holds_another_reader_reads_back_as_it_was() {
        var csv = new StringBuilder();
        List<NewsItem> sent = new ArrayList<>();
        for (int number = 0; number < 20_000; number++) {
            NewsItem item = NumberedNews.item(number);
            sent.add(item);
            assertThat(write(item)).isEqualTo(new RowOutcome.Row(item.publishedAt()));
            csv.append(text());
        }
        List<NewsItem> read = NewsCsvReader.rows(csv.toString()).stream()
                .map(NewsCsvReader.Row::item)
                .toList();
        assertThat(read).hasSameSizeAs(sent);
        for (int number = 0; number < sent.size(); number++) {
            assertThat(read.get(number)).isEqualTo(sent.get(number));
        }
    }

    @Test
    void an_item_from_the_future_is_rejected_with_both_times() {
        assertThat(write(item("H", List.of(), NOW + DAY, NOW))).isInstanceOf(RowOutcome.Row.class);
        assertThat(write(item("H", List.of(), NOW + DAY + 1, NOW)))
                .isInstanceOfSatisfying(RowOutcome.Rejected.class, rejected -> assertThat(rejected.reason())
                        .startsWith("publishedAt " + (NOW + DAY + 1))
                        .contains(String.valueOf(NOW)));
    }

    @Test
    void times_that_are_no_epoch_ms_are_rejected() {
        assertThat(write(item("H", List.of(), -1, NOW))).isInstanceOf(RowOutcome.Rejected.class);
        assertThat(write(item("H", List.of(), NOW, NOW * 1_000))).isInstanceOf(RowOutcome.Rejected.class);
        assertThat(write(item("H", List.of(), Long.MAX_VALUE, NOW))).isInstanceOf(RowOutcome.Rejected.class);
        assertThat(write(item("H", List.of(), 0, 0))).isEqualTo(new RowOutcome.Row(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A|B", "|", "", " "})
    void a_symbol_that_could_not_be_told_from_others_is_rejected(String symbol) {
        assertThat(write(item("H", List.of("AAPL", symbol), NOW, NOW)))
                .isInstanceOfSatisfying(RowOutcome.Rejected.class, rejected -> assertThat(rejected.reason())
                        .contains("symbol"));
    }

    @Test
    void a_record_without_a_value_is_rejected() {
        assertThat(write((byte @Nullable []) null)).isEqualTo(new RowOutcome.Rejected("no value (a tombstone)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"id\":\"a\"",
                "{\"id\":\"a\",\"publishedAt\":1,\"receivedAt\":1,\"headline\":\"\",\"feed\":\"f\"}",
                "{\"id\":\"a\",\"publishedAt\":\"now\",\"receivedAt\":1,\"headline\":\"H\",\"feed\":\"f\"}",
                "{\"id\":\"a\",\"publishedAt\":1,\"receivedAt\":1,\"headline\":\"H\\ud83d\",\"feed\":\"f\"}",
                "{\"id\":\"a\",\"publishedAt\":1,\"receivedAt\":1,\"headline\":\"H\",\"symbols\":\"A\",\"feed\":\"f\"}"
            })
    void bytes_that_are_no_item_are_rejected_with_a_reason(String json) {
        assertThat(write(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(RowOutcome.Rejected.class, rejected -> assertThat(rejected.reason())
                        .isNotBlank());
    }

    private static NewsItem item(String headline, List<String> symbols, long publishedAt, long receivedAt) {
        return new NewsItem(
                "rss:7",
                publishedAt,
                receivedAt,
                headline,
                "",
                "Reuters",
                "https://example.org/7",
                "company",
                symbols,
                "rss");
    }

    private RowOutcome write(NewsItem item) {
        return write(new NewsItemCodec().encode(item));
    }

    private RowOutcome write(byte @Nullable [] value) {
        return new NewsRows(Duration.ofDays(1))
                .write(
                        new ConsumerRecord<byte[], byte[]>("t", 4, 1_234_567, null, value),
                        Math.max(NOW, NumberedTrades.BEGIN),
                        row);
    }

    private String text() {
        return new String(row.bytes(), 0, row.length(), StandardCharsets.UTF_8);
    }
}
