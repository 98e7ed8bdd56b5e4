/** Which symbols a story is about, and how surely; plain Java, without any type of Flink. */
@NullMarked
package io.tidemark.speed.news.link;

import org.jspecify.annotations.NullMarked;
