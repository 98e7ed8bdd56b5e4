@NullMarked
package io.tidemark.batch.report;

import org.jspecify.annotations.NullMarked;
