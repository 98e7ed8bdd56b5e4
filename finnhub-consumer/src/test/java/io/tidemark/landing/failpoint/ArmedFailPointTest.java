package io.tidemark.landing.failpoint;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class ArmedFailPointTest {

    @Test
    void a_point_acts_once_when_it_is_reached_for_the_given_time() throws IOException {
        FailPoints armed = ArmedFailPoint.parse("before-rename:fail@2");
        armed.reach(FailPoint.AFTER_RENAME);
        armed.reach(FailPoint.BEFORE_RENAME);
        assertThatThrownBy(() -> armed.reach(FailPoint.BEFORE_RENAME))
                .isInstanceOf(IOException.class)
                .hasMessage("fail point before-rename");
        assertThatCode(() -> armed.reach(FailPoint.BEFORE_RENAME)).doesNotThrowAnyException();
    }

    @Test
    void a_wrong_specification_names_what_there_is() {
        assertThatThrownBy(() -> ArmedFailPoint.parse("before-lunch"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no before-lunch among")
                .hasMessageContaining("before-commit-link");
        assertThatThrownBy(() -> ArmedFailPoint.parse("before-rename:explode"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("halt, fail, pause");
    }
}
