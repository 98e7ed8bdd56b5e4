/** Schema speed: idempotent upserts that replay can neither double nor rewind. */
@NullMarked
package io.tidemark.speed.store;

import org.jspecify.annotations.NullMarked;
