/** Tests of the feed, with a serving layer that holds what a test says. */
@NullMarked
package io.tidemark.dashboard.market;

import org.jspecify.annotations.NullMarked;
