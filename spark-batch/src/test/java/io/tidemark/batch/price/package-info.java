@NullMarked
package io.tidemark.batch.price;

import org.jspecify.annotations.NullMarked;
