@NullMarked
package io.tidemark.news.finnhub;

import org.jspecify.annotations.NullMarked;
