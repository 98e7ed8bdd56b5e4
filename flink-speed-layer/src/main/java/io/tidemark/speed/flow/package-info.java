/** Operators that hold values back for a moment to send fewer of them. */
@NullMarked
package io.tidemark.speed.flow;

import org.jspecify.annotations.NullMarked;
