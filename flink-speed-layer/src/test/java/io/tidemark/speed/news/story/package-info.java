/** Tests. */
@NullMarked
package io.tidemark.speed.news.story;

import org.jspecify.annotations.NullMarked;
