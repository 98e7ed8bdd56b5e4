package io.tidemark.speed;

import io.tidemark.speed.news.NewsRules;
import java.time.Duration;

/**
 * What the job is asked to do with news. Knows nothing of Flink.
 *
 * @param enabled whether it does anything
 * @param topic of news
 * @param maxAhead how far publication may lie after receipt, and receipt after now
 * @param companies file of the user's companies, empty for none
 * @param lexicon file of the user's words, empty for none
 * @param rules of the topology
 */
record NewsSettings(
        boolean enabled, String topic, Duration maxAhead, String companies, String lexicon, NewsRules rules) {}
