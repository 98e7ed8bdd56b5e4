@NullMarked
package io.tidemark.news.fetch;

import org.jspecify.annotations.NullMarked;
