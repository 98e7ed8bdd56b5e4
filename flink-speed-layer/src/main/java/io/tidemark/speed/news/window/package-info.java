/** Counts and moods of news per minute, five minutes and hour. */
@NullMarked
package io.tidemark.speed.news.window;

import org.jspecify.annotations.NullMarked;
