/** Programs for measurements by hand, see README.md; no test uses them. */
@NullMarked
package io.tidemark.batch.scale;

import org.jspecify.annotations.NullMarked;
