package io.tidemark.contracts.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LandingTest {
    private static final SegmentManifest MANIFEST = new SegmentManifest(
            "market.trades.v1",
            "fQwFdeckT0OZQa2KK-qlQw",
            2,
            1234,
            1240,
            TradeCsv.SCHEMA_VERSION,
            List.of(
                    new LandedFile("dt=2026-11-22/hour=14/.part-1234-x.tmp", "a.csv", 3, 300, 0xfedcba98L, 1, 9),
                    new LandedFile("dt=2026-11-22/hour=15/.part-1234-y.tmp", "b.csv", 2, 200, 0, 10, 11)),
            Optional.of(new LandedFile("_quarantine/.part-1234-z.tmp", "q.ndjson", 1, 50, 7, 0, 0)),
            Optional.empty());

    private final LandingLayout layout = LandingLayout.trades(Path.of("finnhub-data"));

    @Test
    void names_are_those_of_the_protocol() {
        assertThat(layout.manifest(2, 1234))
                .isEqualTo(Path.of("finnhub-data/trades/_manifests/trades-2/00000000000000001234.json"));
        assertThat(layout.progress(2)).isEqualTo(Path.of("finnhub-data/trades/_progress/trades-2.json"));
        assertThat(layout.lock(2)).isEqualTo(Path.of("finnhub-data/trades/_locks/trades-2"));
        assertThat(layout.dataFile("dt=2026-11-22/hour=14", 2, 1234))
                .isEqualTo("dt=2026-11-22/hour=14/trades-2-00000000000000001234.csv");
        assertThat(layout.quarantineFile(2, 1234)).isEqualTo("_quarantine/trades-2-00000000000000001234.ndjson");
    }

    @Test
    void news_lie_beside_the_trades_under_names_of_their_own() {
        LandingLayout news = LandingLayout.news(Path.of("finnhub-data"));
        assertThat(news.manifest(0, 7))
                .isEqualTo(Path.of("finnhub-data/news/_manifests/news-0/00000000000000000007.json"));
        assertThat(news.dataFile("dt=2026-11-22/hour=14", 0, 7))
                .isEqualTo("dt=2026-11-22/hour=14/news-0-00000000000000000007.csv");
        assertThat(news.quarantineFile(0, 7)).isEqualTo("_quarantine/news-0-00000000000000000007.ndjson");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T14:59:59.999Z, dt=2026-11-22/hour=14",
        "2024-02-29T00:00:00Z, dt=2024-02-29/hour=00",
        "2025-12-31T23:59:59.999Z, dt=2025-12-31/hour=23",
        // The hour that New York has twice is two hours in UTC.
        "2026-11-01T05:30:00Z, dt=2026-11-01/hour=05",
        "2026-11-01T06:30:00Z, dt=2026-11-01/hour=06",
    })
    void buckets_are_hours_of_utc(Instant time, String bucket) {
        assertThat(LandingLayout.bucket(time.toEpochMilli())).isEqualTo(bucket);
    }

    @Test
    void a_manifest_is_read_back() throws Exception {
        var codec = new SegmentManifestCodec();
        assertThat(codec.decode(codec.encode(MANIFEST))).isEqualTo(MANIFEST);
        assertThat(MANIFEST.landedRows()).isEqualTo(5);
        assertThat(MANIFEST.quarantinedRows()).isEqualTo(1);
    }

    @Test
    void an_accepted_gap_is_read_back() throws Exception {
        var gap = new SegmentManifest("t", "id", 0, 5, 9, 1, List.of(), Optional.empty(), Optional.of("retention"));
        var codec = new SegmentManifestCodec();
        assertThat(codec.decode(codec.encode(gap))).isEqualTo(gap);
    }

    @Test
    void no_part_of_a_manifest_is_a_manifest() {
        var codec = new SegmentManifestCodec();
        byte[] whole = new String(codec.encode(MANIFEST), StandardCharsets.UTF_8)
                .strip()
                .getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> codec.decode(part)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_missing_field_is_named() {
        String json = new String(new SegmentManifestCodec().encode(MANIFEST), StandardCharsets.UTF_8)
                .replace("\"topicId\"", "\"other\"");
        assertThatThrownBy(() -> new SegmentManifestCodec().decode(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("topicId");
    }
}
