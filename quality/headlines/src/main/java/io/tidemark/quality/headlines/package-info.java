/** How well the speed layer understands news, measured on headlines that were labelled by hand. */
@NullMarked
package io.tidemark.quality.headlines;

import org.jspecify.annotations.NullMarked;
