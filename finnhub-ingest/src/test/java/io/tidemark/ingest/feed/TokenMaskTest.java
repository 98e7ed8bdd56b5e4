package io.tidemark.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.servicekit.config.SecretValue;
import org.junit.jupiter.api.Test;

class TokenMaskTest {
    private final TokenMask mask = new TokenMask(SecretValue.of("s3cret+key/1"));

    @Test
    void the_key_is_masked_plain_and_encoded() {
        assertThat(mask.clean("failed: s3cret+key/1 and s3cret%2Bkey%2F1")).isEqualTo("failed: ******** and ********");
    }

    @Test
    void a_token_in_any_address_is_masked() {
        assertThat(new TokenMask(SecretValue.of("ab")).clean("GET wss://host/?token=ab&x=1 about"))
                .isEqualTo("GET wss://host/?token=********&x=1 about");
    }
}
