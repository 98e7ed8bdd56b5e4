package io.tidemark.dashboard.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    private static final String HERE = "203.0.113.7";

    private final LoginThrottle throttle = new LoginThrottle(this::now);
    private Instant now = Instant.parse("2026-11-23T15:30:00Z");

    private Instant now() {
        return now;
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    /** Fails so often with a name, each time from another address. */
    private void fail(String name, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(throttle.begin(name, "198.51.100." + i)).isZero();
        }
    }

    @Test
    void a_few_tries_are_free_and_then_the_name_has_to_wait_wherever_it_comes_from() {
        fail("ada", LoginThrottle.FREE_OF_NAME);

        assertThat(throttle.begin("ada", HERE)).isEqualTo(LoginThrottle.FIRST_WAIT);
        assertThat(throttle.begin(" ADA ", HERE)).isEqualTo(LoginThrottle.FIRST_WAIT);
        assertThat(throttle.begin("bob", HERE)).isZero();
    }

    @Test
    void each_wait_is_twice_as_long_up_to_the_longest() {
        fail("ada", LoginThrottle.FREE_OF_NAME);
        Duration wait = LoginThrottle.FIRST_WAIT;
        for (int i = 0; i < 8; i++) {
            assertThat(throttle.begin("ada", HERE)).isEqualTo(wait);
            pass(wait.minusMillis(1));
            assertThat(throttle.begin("ada", HERE)).isEqualTo(Duration.ofMillis(1));
            pass(Duration.ofMillis(1));
            fail("ada", 1);
            Duration twice = wait.multipliedBy(2);
            wait = twice.compareTo(LoginThrottle.LONGEST_WAIT) < 0 ? twice : LoginThrottle.LONGEST_WAIT;
        }
        assertThat(wait).isEqualTo(LoginThrottle.LONGEST_WAIT);
    }

    @Test
    void an_address_that_tries_many_names_has_to_wait() {
        for (int i = 0; i < LoginThrottle.FREE_OF_ADDRESS; i++) {
            assertThat(throttle.begin("name " + i, HERE)).isZero();
        }

        assertThat(throttle.begin("ada", HERE)).isEqualTo(LoginThrottle.FIRST_WAIT);
        assertThat(throttle.begin("ada", "203.0.113.8")).isZero();
    }

    @Test
    void the_right_password_makes_the_name_clean_but_not_the_address() {
        fail("ada", LoginThrottle.FREE_OF_NAME - 1);
        assertThat(throttle.begin("ada", HERE)).isZero();
        throttle.succeed("Ada", HERE);
        fail("ada", LoginThrottle.FREE_OF_NAME - 1);

        // Whoever has a password of his own gets no more tries at others' by using it in between.
        for (int i = 0; i < LoginThrottle.FREE_OF_ADDRESS - 1; i++) {
            assertThat(throttle.begin("name " + i, HERE)).isZero();
            assertThat(throttle.begin("mallory", HERE)).isZero();
            throttle.succeed("mallory", HERE);
        }
        assertThat(throttle.begin("the last", HERE)).isZero();
        assertThat(throttle.begin("mallory", HERE)).isEqualTo(LoginThrottle.FIRST_WAIT);
    }

    @Test
    void a_right_password_makes_nobody_wait_however_many_were_wrong_before() {
        for (int i = 0; i < LoginThrottle.FREE_OF_ADDRESS + 3; i++) {
            pass(LoginThrottle.LONGEST_WAIT);
            assertThat(throttle.begin("name " + i, HERE)).isZero();
        }
        pass(LoginThrottle.LONGEST_WAIT);

        assertThat(throttle.begin("ada", HERE)).isZero();
        throttle.succeed("ada", HERE);

        assertThat(throttle.begin("bob", HERE)).isZero();
    }

    @Test
    void what_is_taken_off_around_a_name_makes_no_other_of_it() {
        fail("ada", LoginThrottle.FREE_OF_NAME);

        assertThat(throttle.begin("ada\u0001", HERE)).isEqualTo(LoginThrottle.FIRST_WAIT);
        assertThat(throttle.begin("\u0000\tada \u001f", HERE)).isEqualTo(LoginThrottle.FIRST_WAIT);
    }

    @Test
    void after_an_hour_without_a_try_all_is_forgotten() {
        fail("ada", LoginThrottle.FREE_OF_NAME);
        pass(Duration.ofMinutes(61));

        fail("ada", LoginThrottle.FREE_OF_NAME);
        assertThat(throttle.begin("ada", HERE)).isEqualTo(LoginThrottle.FIRST_WAIT);
    }

    @Test
    void the_addresses_of_one_network_of_ipv6_are_one() {
        assertThat(ClientNetwork.of("2001:db8:1:2::1")).isEqualTo(ClientNetwork.of("2001:db8:1:2:ffff::9"));
        assertThat(ClientNetwork.of("2001:db8:1:3::1")).isNotEqualTo(ClientNetwork.of("2001:db8:1:2::1"));
        assertThat(ClientNetwork.of("203.0.113.7")).isNotEqualTo(ClientNetwork.of("203.0.113.8"));
        assertThat(ClientNetwork.of("no:address")).isEqualTo("no:address");
    }
}
