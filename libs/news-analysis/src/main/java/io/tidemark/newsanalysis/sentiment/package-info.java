/** Whether a story is good or bad news for whom it is about; plain Java, for Flink and Spark alike. */
@NullMarked
package io.tidemark.newsanalysis.sentiment;

import org.jspecify.annotations.NullMarked;
