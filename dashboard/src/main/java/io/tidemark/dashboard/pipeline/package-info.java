/** How the pipeline works: its hops, the feed's gaps, batch runs, and whether what they counted agrees; and their feed. */
@NullMarked
package io.tidemark.dashboard.pipeline;

import org.jspecify.annotations.NullMarked;
