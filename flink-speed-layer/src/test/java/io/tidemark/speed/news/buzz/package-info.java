/** Tests. */
@NullMarked
package io.tidemark.speed.news.buzz;

import org.jspecify.annotations.NullMarked;
