@NullMarked
package io.tidemark.batch.job;

import org.jspecify.annotations.NullMarked;
