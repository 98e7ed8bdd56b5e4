/** Listening ports and answers. */
@NullMarked
package io.tidemark.simulator.http;

import org.jspecify.annotations.NullMarked;
