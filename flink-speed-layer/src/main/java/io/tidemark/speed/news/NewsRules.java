package io.tidemark.speed.news;

import io.tidemark.speed.news.buzz.BurstRule;
import io.tidemark.speed.news.terms.TermRule;
import io.tidemark.speed.news.window.NewsWindowTiming;
import java.time.Duration;

/**
 * What the news topology is asked to do.
 *
 * @param windows when counts are written, closed and forgotten
 * @param idleness after which a silent partition no longer holds the watermark back
 * @param remember how long after its latest receipt a story is known
 * @param termsEvery shortest time between two rankings of terms
 * @param batchFor how long rows are collected before they are written together
 * @param terms which terms stand out
 * @param bursts when news about a symbol is a burst
 */
public record NewsRules(
        NewsWindowTiming windows,
        Duration idleness,
        Duration remember,
        Duration termsEvery,
        Duration batchFor,
        TermRule terms,
        BurstRule bursts) {}
