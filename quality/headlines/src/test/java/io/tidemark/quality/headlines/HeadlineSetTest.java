package io.tidemark.quality.headlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.newsanalysis.link.Company;
import io.tidemark.newsanalysis.link.CompanyDirectory;
import io.tidemark.newsanalysis.sentiment.SentimentLabel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HeadlineSetTest {
    private static final String HEADER = "headline\tsummary\tfeed_symbols\tsentiment\tsymbols";

    @Test
    void no_headline_is_in_both_sets_or_twice_in_one() {
        List<String> headlines = all().stream().map(LabelledHeadline::headline).toList();
        assertThat(headlines).hasSizeGreaterThan(320).doesNotHaveDuplicates();
        assertThat(HeadlineSet.heldOut().headlines()).hasSizeGreaterThan(120);
    }

    @Test
    void every_symbol_of_a_label_is_in_the_directory() {
        Set<String> known = CompanyDirectory.bundled().companies().stream()
                .map(Company::symbol)
                .collect(Collectors.toSet());
        Set<String> used = new HashSet<>();
        all().forEach(story -> {
            used.addAll(story.symbols());
            used.addAll(story.feedSymbols());
        });
        assertThat(known).containsAll(used);
    }

    @Test
    void the_feed_is_wrong_about_as_often_as_the_real_one() {
        List<LabelledHeadline> named =
                all().stream().filter(story -> !story.feedSymbols().isEmpty()).toList();
        long wrong = named.stream()
                .filter(story -> story.feedSymbols().stream().noneMatch(story.symbols()::contains))
                .count();
        assertThat((double) wrong / named.size()).isCloseTo(0.55, within(0.02));
    }

    @Test
    void every_sentiment_is_well_represented() {
        for (SentimentLabel label : SentimentLabel.values()) {
            assertThat(HeadlineSet.heldOut().headlines())
                    .filteredOn(story -> story.sentiment() == label)
                    .hasSizeGreaterThan(50);
        }
    }

    @Test
    void a_mistake_is_named_by_file_and_line() {
        assertThatThrownBy(() -> HeadlineSet.of("mine", "mine.tsv", List.of("headline")))
                .hasMessageContaining("mine.tsv, line 1");
        assertThatThrownBy(() -> HeadlineSet.of("mine", "mine.tsv", List.of(HEADER, "a\t\t\t2\t")))
                .hasMessageContaining("mine.tsv, line 2: the sentiment \"2\"");
        assertThatThrownBy(() -> HeadlineSet.of("mine", "mine.tsv", List.of(HEADER, "a\t\t\t0\t", "b")))
                .hasMessageContaining("mine.tsv, line 3: 5 fields wanted, found 1");
    }

    private static List<LabelledHeadline> all() {
        return Stream.of(HeadlineSet.tuning(), HeadlineSet.heldOut())
                .flatMap(set -> set.headlines().stream())
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
