/** Which dates a run works on, and why. */
@NullMarked
package io.tidemark.batch.plan;

import org.jspecify.annotations.NullMarked;
