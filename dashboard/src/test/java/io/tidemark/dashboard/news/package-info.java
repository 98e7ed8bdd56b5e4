/** Tests of the news feed, with a serving layer that holds what a test says. */
@NullMarked
package io.tidemark.dashboard.news;

import org.jspecify.annotations.NullMarked;
