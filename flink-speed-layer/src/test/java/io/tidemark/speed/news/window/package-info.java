/** Tests. */
@NullMarked
package io.tidemark.speed.news.window;

import org.jspecify.annotations.NullMarked;
