/** Tests of the headline check, and the check itself. */
@NullMarked
package io.tidemark.quality.headlines;

import org.jspecify.annotations.NullMarked;
