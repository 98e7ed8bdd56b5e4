@NullMarked
package io.tidemark.batch.landing;

import org.jspecify.annotations.NullMarked;
