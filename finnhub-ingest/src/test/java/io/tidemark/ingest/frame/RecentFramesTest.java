package io.tidemark.ingest.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentFramesTest {
    private final RecentFrames recent = new RecentFrames();

    @Test
    void the_same_text_is_recognized_each_time_it_comes_again() {
        assertThat(recent.seenBefore("a")).isFalse();
        assertThat(recent.seenBefore("b")).isFalse();
        assertThat(recent.seenBefore("a")).isTrue();
        assertThat(recent.seenBefore("a")).isTrue();
    }

    @Test
    void after_sixteen_other_frames_a_text_is_forgotten() {
        recent.seenBefore("a");
        for (int i = 0; i < 16; i++) {
            recent.seenBefore("other " + i);
        }

        assertThat(recent.seenBefore("a")).isFalse();
    }
}
