package io.tidemark.contracts.conditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaleConditionRulesTest {
    private static final TradeEffects VOLUME_ONLY = new TradeEffects(false, false, true);
    private static final TradeEffects NOTHING = new TradeEffects(false, false, false);

    private final SaleConditionRules tape = SaleConditionRules.consolidatedTape();

    @Test
    void a_trade_without_conditions_updates_everything() {
        assertThat(tape.effects("IBM", List.of(), true)).isEqualTo(TradeEffects.ALL);
    }

    @ParameterizedTest
    @CsvSource({"12", "3", "5", "17", "22", "10", "32", "26", "37"})
    void volume_only_codes_move_no_price(String code) {
        assertThat(tape.effects("IBM", List.of("1", code), true)).isEqualTo(VOLUME_ONLY);
    }

    @ParameterizedTest
    @CsvSource({"21", "30"})
    void trades_out_of_their_time_are_not_the_last(String code) {
        assertThat(tape.effects("IBM", List.of(code), true)).isEqualTo(new TradeEffects(false, true, true));
    }

    @ParameterizedTest
    @CsvSource({"16", "20", "39"})
    void official_prices_update_nothing(String code) {
        assertThat(tape.effects("IBM", List.of(code), true)).isEqualTo(NOTHING);
    }

    @Test
    void what_all_codes_allow_is_what_a_trade_may() {
        assertThat(tape.effects("IBM", List.of("21", "12"), true)).isEqualTo(VOLUME_ONLY);
        assertThat(tape.effects("IBM", List.of("12", "16"), true)).isEqualTo(NOTHING);
    }

    @Test
    void form_t_moves_prices_outside_the_regular_session_only() {
        assertThat(tape.effects("IBM", List.of("24"), true)).isEqualTo(VOLUME_ONLY);
        assertThat(tape.effects("IBM", List.of("24"), false)).isEqualTo(TradeEffects.ALL);
    }

    @Test
    void crypto_and_fx_skip_the_rules() {
        assertThat(tape.effects("BINANCE:BTCUSDT", List.of("12"), true)).isEqualTo(TradeEffects.ALL);
    }

    @Test
    void a_code_that_is_not_in_the_table_restricts_nothing() {
        assertThat(tape.effects("IBM", List.of("41", "X"), true)).isEqualTo(TradeEffects.ALL);
    }

    @Test
    void lean_leaves_sweeps_out_of_prices() throws Exception {
        SaleConditionRules lean = SaleConditionRules.load("without-3-8-32");
        assertThat(lean.effects("IBM", List.of("1", "8"), true)).isEqualTo(VOLUME_ONLY);
        assertThat(lean.effects("IBM", List.of("12"), true)).isEqualTo(TradeEffects.ALL);
    }

    @Test
    void a_table_of_the_users_own_replaces_the_rules(@TempDir Path directory) throws Exception {
        Path table = directory.resolve("own.csv");
        Files.writeString(table, "# mine\ncode,name,last,high_low,volume\n99,mine,never,never,never\n");
        SaleConditionRules own = SaleConditionRules.load(table.toString());
        assertThat(own.effects("IBM", List.of("99"), true)).isEqualTo(NOTHING);
        assertThat(own.effects("IBM", List.of("12"), true)).isEqualTo(TradeEffects.ALL);
        assertThat(own.fingerprint()).isNotEqualTo(tape.fingerprint());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "code,name;line 1: expected the columns",
                "code,name,last,high_low,volume\\n1,a,always,always;line 2: expected 5 cells",
                "code,name,last,high_low,volume\\n1,a,always,always,maybe;line 2: expected always, never or extended",
                "code,name,last,high_low,volume\\n1,a,never,never,never\\n1,b,never,never,never;line 3: code 1",
                "# nothing;is empty",
            })
    void a_wrong_table_is_refused_with_its_line(String text, String message, @TempDir Path directory) throws Exception {
        Path table = directory.resolve("wrong.csv");
        Files.writeString(table, text.replace("\\n", "\n"));
        assertThatThrownBy(() -> SaleConditionRules.load(table.toString()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_missing_table_names_the_built_in_ones() {
        assertThatThrownBy(() -> SaleConditionRules.load("no-such-table"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("consolidated-tape, none, without-3-8-32");
    }
}
