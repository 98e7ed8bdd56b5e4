package io.tidemark.speed.news.window;

import static io.tidemark.speed.fixture.TestNews.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.speed.news.story.Story;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.junit.jupiter.api.Test;

class ContributionsTest {
    private static List<String> keys(Story story) {
        List<Contribution> contributions = new ArrayList<>();
        new Contributions().flatMap(story, new ListCollector<>(contributions));
        return contributions.stream()
                .map(contribution -> contribution.key() + " " + contribution.relevance())
                .toList();
    }

    private static Story story(long revision) {
        var story = new Story();
        story.publishedAt = HOUR;
        story.category = "general";
        story.source = "Reuters";
        story.symbols = new String[] {"AAPL", "IBM"};
        story.newSymbols = new String[] {"IBM"};
        story.newRelevances = new double[] {0.4};
        story.revision = revision;
        return story;
    }

    @Test
    void a_first_version_counts_in_every_dimension() {
        assertThat(keys(story(1)))
                .containsExactly("all/* 1.0", "category/general 1.0", "source/Reuters 1.0", "symbol/IBM 0.4");
    }

    @Test
    void a_later_one_counts_for_its_new_symbols_only() {
        assertThat(keys(story(2))).containsExactly("symbol/IBM 0.4");
    }

    @Test
    void a_story_without_category_or_source_is_in_none() {
        Story story = story(1);
        story.category = "";
        story.source = "";
        assertThat(keys(story)).containsExactly("all/* 1.0", "symbol/IBM 0.4");
    }
}
