/** Proof that a landing directory holds each record exactly once. */
@NullMarked
package io.tidemark.landing.verify;

import org.jspecify.annotations.NullMarked;
