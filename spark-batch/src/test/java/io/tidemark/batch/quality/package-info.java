@NullMarked
package io.tidemark.batch.quality;

import org.jspecify.annotations.NullMarked;
