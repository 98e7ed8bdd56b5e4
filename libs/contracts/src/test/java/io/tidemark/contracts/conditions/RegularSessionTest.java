package io.tidemark.contracts.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegularSessionTest {

    @ParameterizedTest
    @CsvSource({
        "2013-10-07T13:29:59.999Z, false",
        "2013-10-07T13:30:00Z, true",
        "2013-10-07T19:59:59.999Z, true",
        "2013-10-07T20:00:00Z, false",
        // Winter time moves the session by an hour of UTC.
        "2013-11-04T13:30:00Z, false",
        "2013-11-04T14:30:00Z, true",
        "2013-11-04T20:59:59.999Z, true",
        // Saturday
        "2013-10-05T15:00:00Z, false",
    })
    void the_session_is_that_of_new_york(Instant time, boolean within) {
        assertThat(new RegularSession().contains(time.toEpochMilli())).isEqualTo(within);
    }
}
