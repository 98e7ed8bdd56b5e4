/** What may depend on what. */
@NullMarked
package io.tidemark.quality.architecture;

import org.jspecify.annotations.NullMarked;
