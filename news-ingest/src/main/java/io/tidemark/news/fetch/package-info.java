/** Getting bodies over HTTP: limits, politeness and what can come of a request. */
@NullMarked
package io.tidemark.news.fetch;

import org.jspecify.annotations.NullMarked;
