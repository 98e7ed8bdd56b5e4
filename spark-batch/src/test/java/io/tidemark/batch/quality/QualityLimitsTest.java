package io.tidemark.batch.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.batch.quality.QualityLimits.Figure;
import org.junit.jupiter.api.Test;

class QualityLimitsTest {

    @Test
    void an_empty_text_means_the_defaults() {
        assertThat(QualityLimits.parse("")).isEqualTo(QualityLimits.defaults());
        assertThat(QualityLimits.defaults().of(Figure.DUPLICATES)).isEqualTo(new Limit(0.005, 0.05));
    }

    @Test
    void what_is_named_is_changed_and_nothing_else() {
        QualityLimits limits = QualityLimits.parse("duplicates=1%/12.5%, lateness=30s/120s");
        assertThat(limits.of(Figure.DUPLICATES)).isEqualTo(new Limit(0.01, 0.125));
        assertThat(limits.of(Figure.LATENESS)).isEqualTo(new Limit(30, 120));
        assertThat(limits.of(Figure.BAD_SYMBOLS))
                .isEqualTo(QualityLimits.defaults().of(Figure.BAD_SYMBOLS));
    }

    @Test
    void the_text_form_names_every_limit() {
        assertThat(QualityLimits.defaults().text())
                .startsWith("duplicates=0.5%/5.0%,")
                .contains("bad-symbols=0.0%/10.0%");
        assertThat(QualityLimits.parse(QualityLimits.defaults().text()).text())
                .isEqualTo(QualityLimits.defaults().text());
    }

    @Test
    void a_text_that_is_none_is_refused_with_the_reason() {
        assertThatThrownBy(() -> QualityLimits.parse("speed=1%/2%")).hasMessageContaining("no limit 'speed'");
        assertThatThrownBy(() -> QualityLimits.parse("duplicates=1%")).hasMessageContaining("duplicates=1%/10%");
        assertThatThrownBy(() -> QualityLimits.parse("duplicates=1/2")).hasMessageContaining("given in %");
        assertThatThrownBy(() -> QualityLimits.parse("lateness=xs/2s")).hasMessageContaining("no number");
        assertThatThrownBy(() -> QualityLimits.parse("gaps=5%/1%")).hasMessageContaining("suspect above");
    }
}
