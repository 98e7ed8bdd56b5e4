@NullMarked
package io.tidemark.batch.bars;

import org.jspecify.annotations.NullMarked;
