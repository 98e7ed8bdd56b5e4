@NullMarked
package io.tidemark.batch.plan;

import org.jspecify.annotations.NullMarked;
