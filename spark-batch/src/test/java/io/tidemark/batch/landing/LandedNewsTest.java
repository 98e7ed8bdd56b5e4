package io.tidemark.batch.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.batch.fixture.NewsLanding;
import io.tidemark.batch.fixture.TestNews;
import io.tidemark.contracts.landing.LandingLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class LandedNewsTest {
    private static final LocalDate DATE = LocalDate.of(2026, 3, 10);
    private static final TestNews NEWS = TestNews.of("a", "2026-03-10T14:30:00Z", "Apple gains");
    private static final TestNews NEXT_DAY = TestNews.of("b", "2026-03-11T00:00:00Z", "Apple falls");

    @TempDir
    private Path directory;

    @Test
    void a_date_has_the_news_that_name_it_as_their_publication() throws IOException {
        var landing = new NewsLanding(directory);
        landing.land(0, NEWS, NEXT_DAY);
        landing.land(0, NEWS);

        LandedNews landed = LandedNews.read(directory);

        assertThat(landed.dates()).extracting(DateInput::date).containsExactly(DATE, DATE.plusDays(1));
        assertThat(landed.on(DATE).files())
                .extracting(InputFile::name)
                .containsExactly(
                        "dt=2026-03-10/hour=14/news-0-00000000000000000000.csv",
                        "dt=2026-03-10/hour=14/news-0-00000000000000000002.csv");
        assertThat(landed.on(DATE).rows()).isEqualTo(2);
    }

    @Test
    void an_absent_directory_means_no_news() {
        LandedNews landed = LandedNews.read(directory.resolve("absent"));

        assertThat(landed.dates()).isEmpty();
        assertThat(landed.on(DATE).files()).isEmpty();
    }

    @Test
    void a_digest_changes_with_the_first_file_and_with_every_other() throws IOException {
        String without = LandedNews.read(directory).on(DATE).digest("method");
        var landing = new NewsLanding(directory);
        landing.land(0, NEWS);
        String first = LandedNews.read(directory).on(DATE).digest("method");
        landing.land(1, NEWS);

        assertThat(first).isNotEqualTo(without);
        assertThat(LandedNews.read(directory).on(DATE).digest("method"))
                .isNotEqualTo(first)
                .isNotEqualTo(without);
    }

    @Test
    void a_hole_in_a_chain_of_news_is_an_error() throws IOException {
        var landing = new NewsLanding(directory);
        landing.land(0, NEWS);
        landing.land(0, NEWS);
        landing.land(0, NEWS);
        Files.delete(LandingLayout.news(directory).manifest(0, 1));

        assertThatThrownBy(() -> LandedNews.read(directory))
                .isInstanceOf(LandingException.class)
                .hasMessageContaining("a segment ends at 1 and the next starts at 2");
    }
}
