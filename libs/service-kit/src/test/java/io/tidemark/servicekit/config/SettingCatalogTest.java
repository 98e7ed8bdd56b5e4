package io.tidemark.servicekit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingCatalogTest {

    interface Undocumented {
        String name();
    }

    @Test
    void names_follow_the_groups_and_secrets_have_a_file_form() {
        assertThat(SettingCatalog.of(SampleSettings.class, Map.of()).names())
                .containsExactly(
                        "feed.accept-gap",
                        "feed.count",
                        "feed.max-frame",
                        "feed.max-silence",
                        "feed.symbols",
                        "feed.symbols.file",
                        "feed.token",
                        "feed.token.file",
                        "feed.url",
                        "kafka.bootstrap-servers");
    }

    @Test
    void a_setting_without_a_doc_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SettingCatalog.of(Undocumented.class, Map.of()))
                .withMessageContaining("setting name has no @Doc");
    }

    @Test
    void a_default_for_an_unknown_setting_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SettingCatalog.of(SampleSettings.class, Map.of("feed.tokn", "x")))
                .withMessageContaining("feed.tokn");
    }
}
