package io.tidemark.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.dashboard.market.Bar;
import io.tidemark.dashboard.market.BarInterval;
import io.tidemark.dashboard.market.BarLayer;
import io.tidemark.dashboard.market.BarSeries;
import io.tidemark.dashboard.market.FakeServing;
import io.tidemark.dashboard.market.SeriesKey;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SeriesFrameTest {

    private static JsonNode frame(Bar... bars) {
        SeriesKey key = new SeriesKey("BINANCE:BTC\"USDT", BarInterval.FIVE_MINUTES);
        return JsonMapper.shared().readTree(SeriesFrame.json(new BarSeries(key, List.of(bars), true), 2));
    }

    @Test
    void times_are_the_first_one_and_then_steps() {
        JsonNode frame = frame(
                FakeServing.bar(0, 1, BarLayer.BATCH),
                FakeServing.bar(1, 2, BarLayer.BATCH),
                FakeServing.bar(4, 3, BarLayer.MERGED),
                FakeServing.bar(5, 4, BarLayer.SPEED));

        assertThat(frame.get("time").toString()).isEqualTo("[" + FakeServing.START.getEpochSecond() + ",60,180,60]");
        assertThat(frame.get("layers").asString()).isEqualTo("bbms");
        assertThat(frame.get("close").toString()).isEqualTo("[1.0,2.0,3.0,4.0]");
    }

    @Test
    void the_head_names_the_series_whatever_its_symbol_is_made_of() {
        JsonNode frame = frame();

        assertThat(frame.get("symbol").asString()).isEqualTo("BINANCE:BTC\"USDT");
        assertThat(frame.get("interval").asString()).isEqualTo("5m");
        assertThat(frame.get("decimals").asInt()).isEqualTo(2);
        assertThat(frame.get("complete").asBoolean()).isTrue();
    }

    @Test
    void a_price_that_is_not_there_is_null() {
        Instant start = FakeServing.START;
        JsonNode frame = frame(new Bar(start, null, null, null, null, 5, null, 2, 0, 0, start, start, BarLayer.BATCH));

        assertThat(frame.get("open").toString()).isEqualTo("[null]");
        assertThat(frame.get("vwap").toString()).isEqualTo("[null]");
        assertThat(frame.get("volume").toString()).isEqualTo("[5.0]");
    }
}
