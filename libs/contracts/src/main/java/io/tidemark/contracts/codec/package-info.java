/** JSON codecs of the events, one each: unknown fields are ignored, a version travels with every event. */
@NullMarked
package io.tidemark.contracts.codec;

import org.jspecify.annotations.NullMarked;
