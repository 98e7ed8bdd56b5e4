/** Tests of sentiment. */
@NullMarked
package io.tidemark.speed.news.sentiment;

import org.jspecify.annotations.NullMarked;
