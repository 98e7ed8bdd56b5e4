/** How a feature's feed tells its snapshots, and what it says when the serving layer cannot be read. */
@NullMarked
package io.tidemark.dashboard.feed;

import org.jspecify.annotations.NullMarked;
