/** Tests. */
@NullMarked
package io.tidemark.speed.news.terms;

import org.jspecify.annotations.NullMarked;
