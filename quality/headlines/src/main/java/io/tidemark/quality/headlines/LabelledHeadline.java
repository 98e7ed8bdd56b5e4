package io.tidemark.quality.headlines;

import io.tidemark.newsanalysis.sentiment.SentimentLabel;
import java.util.List;
import java.util.Set;

/**
 * A story and what a reader says of it.
 *
 * @param headline of the story
 * @param summary of the story, may be empty
 * @param feedSymbols symbols that the feed relates it to, rightly or not
 * @param sentiment whether it is good or bad news for those it is about
 * @param symbols that the story is really about, of those in the bundled directory
 */
record LabelledHeadline(
        String headline, String summary, List<String> feedSymbols, SentimentLabel sentiment, Set<String> symbols) {}
