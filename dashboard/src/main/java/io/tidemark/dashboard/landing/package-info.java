/** How far landing is, as the consumer tells of itself. */
@NullMarked
package io.tidemark.dashboard.landing;

import org.jspecify.annotations.NullMarked;
