/** Whether a story is good or bad news for whom it is about; plain Java, without any type of Flink. */
@NullMarked
package io.tidemark.speed.news.sentiment;

import org.jspecify.annotations.NullMarked;
