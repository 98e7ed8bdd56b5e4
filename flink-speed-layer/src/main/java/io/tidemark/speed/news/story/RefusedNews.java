package io.tidemark.speed.news.story;

/**
 * A record that was kept out. Its bytes stay where its coordinates say, and landing keeps a copy of what it cannot read.
 *
 * @param partition of the news topic
 * @param offset within it
 * @param refusal the kind of fault
 * @param detail the fault in words
 */
public record RefusedNews(int partition, long offset, NewsRefusal refusal, String detail) {}
