/** How much is written about a symbol, against its own past. */
@NullMarked
package io.tidemark.speed.news.buzz;

import org.jspecify.annotations.NullMarked;
