package io.tidemark.news.seen;

import java.time.Duration;

/**
 * How much is remembered.
 *
 * @param stories the most that are
 * @param maxAge older articles are not published; stories are forgotten when neither published nor sighted since
 * @param maxAhead articles whose time lies further in the future are refused
 * @param headlineWindow headlines are compared with those of stories published within this time
 */
public record SeenLimits(int stories, Duration maxAge, Duration maxAhead, Duration headlineWindow) {}
