/** The news side of the speed layer: its graph and its settings. */
@NullMarked
package io.tidemark.speed.news;

import org.jspecify.annotations.NullMarked;
