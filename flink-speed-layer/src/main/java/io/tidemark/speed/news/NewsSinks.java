package io.tidemark.speed.news;

import io.tidemark.speed.alert.Alert;
import io.tidemark.speed.news.buzz.SymbolBuzz;
import io.tidemark.speed.news.story.RefusedNews;
import io.tidemark.speed.news.story.Story;
import io.tidemark.speed.news.terms.TrendingTerm;
import io.tidemark.speed.news.window.NewsWindow;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;

/**
 * Where the news topology's results go: batches, each key once and in the order of keys, but for what is refused.
 *
 * @param stories stories, linked and judged
 * @param windows counts and moods
 * @param terms terms that stand out
 * @param buzz comparisons with the past
 * @param alerts news bursts
 * @param refused records that were kept out
 */
public record NewsSinks(
        Sink<List<Story>> stories,
        Sink<List<NewsWindow>> windows,
        Sink<List<TrendingTerm>> terms,
        Sink<List<SymbolBuzz>> buzz,
        Sink<List<Alert>> alerts,
        Sink<RefusedNews> refused) {}
