/** Which symbols a story is about, and how surely; plain Java, for Flink and Spark alike. */
@NullMarked
package io.tidemark.newsanalysis.link;

import org.jspecify.annotations.NullMarked;
