@NullMarked
package io.tidemark.batch.price.indicator;

import org.jspecify.annotations.NullMarked;
