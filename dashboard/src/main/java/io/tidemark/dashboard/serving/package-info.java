/** The database behind the feed: schema {@code serving}, read-only. */
@NullMarked
package io.tidemark.dashboard.serving;

import org.jspecify.annotations.NullMarked;
