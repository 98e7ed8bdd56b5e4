/** What the fakes of the readers have in common. */
@NullMarked
package io.tidemark.dashboard.feed;

import org.jspecify.annotations.NullMarked;
