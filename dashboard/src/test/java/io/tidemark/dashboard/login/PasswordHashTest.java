package io.tidemark.dashboard.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PasswordHashTest {

    @Test
    void a_hash_belongs_to_its_password_alone_and_is_another_one_each_time() {
        String hash = PasswordHash.of("correct horse");

        assertThat(hash).startsWith("{bcrypt}$2a$12$").isNotEqualTo(PasswordHash.of("correct horse"));
        assertThat(PasswordHash.encoder().matches("correct horse", hash)).isTrue();
        assertThat(PasswordHash.encoder().matches("correct horsf", hash)).isFalse();
    }

    @Test
    void what_bcrypt_would_cut_off_is_refused() {
        assertThatThrownBy(() -> PasswordHash.of("\u00e4".repeat(37)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 72 bytes");
        assertThatThrownBy(() -> PasswordHash.of("")).isInstanceOf(IllegalArgumentException.class);
    }
}
