package io.tidemark.dashboard.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Messages as Chromium was seen to get them, shortened. */
class UidlTest {
    @Test
    void prices_of_the_watchlist_are_read_with_and_without_their_line() {
        Uidl uidl = Uidl.read("""
                {"clientId":2,"meta":{"async":true},"changes":[],"execute":[
                 ["AMD\\t139.78\\t−7.23%\\t-1\\nBINANCE:BTCUSDT\\t95,566.55\\t−1.05%\\t-1\\tRSWWP8GE90",{"@v-node":71},
                  "return (async function() { window.tidemarkQuotes($0)}).apply($1)"]],"syncId":8}""");

        assertThat(uidl.syncId()).isEqualTo(8);
        assertThat(uidl.quotes())
                .containsExactly(new Uidl.Shown("AMD", 13978), new Uidl.Shown("BINANCE:BTCUSDT", 9556655));
    }

    @Test
    void a_symbol_without_a_price_is_left_out() {
        Uidl uidl = Uidl.read("""
                {"execute":[["NEW\\t–\\t–\\t0",{"@v-node":71},
                  "return (async function() { window.tidemarkQuotes($0)}).apply($1)"]],"syncId":1}""");

        assertThat(uidl.quotes()).isEmpty();
    }

    @Test
    void a_changed_bar_tells_its_close_and_a_series_its_name() {
        Uidl uidl = Uidl.read("""
                {"execute":[
                 [{"@v-node":39},1.79572038E9,141.16,141.3,141.15,141.27,1123.0,141.2,12.0,9.0,0.0,"s",
                  "return $0.updateBar($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)"],
                 [{"@v-node":39},"{\\"symbol\\":\\"S01\\",\\"interval\\":\\"1m\\",\\"time\\":[1]}","return $0.showSeries($1)"]
                ],"syncId":3}""");

        assertThat(uidl.closes()).containsExactly(141.27);
        assertThat(uidl.series()).containsExactly("S01 1m");
    }

    @Test
    void the_grid_is_found_where_it_is_made() {
        Uidl uidl = Uidl.read("""
                {"changes":[{"node":64,"type":"attach"},{"node":64,"type":"put","key":"tag","feat":0,"value":"div"},
                 {"node":65,"type":"put","key":"tag","feat":0,"value":"vaadin-grid"}],"syncId":1}""");

        assertThat(uidl.grid()).isEqualTo(Optional.of(65));
        assertThat(uidl.quotes()).isEmpty();
    }

    @Test
    void a_session_that_is_over_is_no_message() {
        assertThatThrownBy(() -> Uidl.read("{\"meta\":{\"sessionExpired\":true},\"syncId\":-1}"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sessionExpired");
    }
}
