/** The whole system on one machine, without Docker and without a key. */
@NullMarked
package io.tidemark.quickstart;

import org.jspecify.annotations.NullMarked;
