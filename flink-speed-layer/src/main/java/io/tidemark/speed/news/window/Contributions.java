package io.tidemark.speed.news.window;

import io.tidemark.speed.news.story.Story;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/**
 * What a story adds to counts: a first version to all, its category, its source and its symbols; a later one to its new
 * symbols only. A story without a category or source is in none of these.
 */
public final class Contributions implements FlatMapFunction<Story, Contribution> {
    private static final long serialVersionUID = 1L;

    /** The one name of the dimension that holds everything. */
    private static final String EVERYTHING = "*";

    @Override
    public void flatMap(Story story, Collector<Contribution> out) {
        if (story.isFirst()) {
            add(NewsDimension.ALL, EVERYTHING, 1, story, out);
            if (!story.category.isEmpty()) {
                add(NewsDimension.CATEGORY, story.category, 1, story, out);
            }
            if (!story.source.isEmpty()) {
                add(NewsDimension.SOURCE, story.source, 1, story, out);
            }
        }
        for (int i = 0; i < story.newSymbols.length; i++) {
            add(NewsDimension.SYMBOL, story.newSymbols[i], story.newRelevances[i], story, out);
        }
    }

    private static void add(
            NewsDimension dimension, String name, double relevance, Story story, Collector<Contribution> out) {
        out.collect(new Contribution(dimension, name, story.publishedAt, relevance, story.sentiment));
    }
}
