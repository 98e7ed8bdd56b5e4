/** Tests of link. */
@NullMarked
package io.tidemark.speed.news.link;

import org.jspecify.annotations.NullMarked;
