/** The speed layer's job: its settings, its topology and how it is started. */
@NullMarked
package io.tidemark.speed;

import org.jspecify.annotations.NullMarked;
