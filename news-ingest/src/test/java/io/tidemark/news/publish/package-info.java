@NullMarked
package io.tidemark.news.publish;

import org.jspecify.annotations.NullMarked;
