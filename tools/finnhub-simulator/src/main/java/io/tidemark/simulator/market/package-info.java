/** A market made by a seeded random generator, with the statistics of real trades. */
@NullMarked
package io.tidemark.simulator.market;

import org.jspecify.annotations.NullMarked;
