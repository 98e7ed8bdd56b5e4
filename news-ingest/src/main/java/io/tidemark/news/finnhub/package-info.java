/** Finnhub's REST news: by category and by company. */
@NullMarked
package io.tidemark.news.finnhub;

import org.jspecify.annotations.NullMarked;
