/** Live one-minute bars: partial bars combined before the shuffle, then kept by symbol. */
@NullMarked
package io.tidemark.speed.bars;

import org.jspecify.annotations.NullMarked;
