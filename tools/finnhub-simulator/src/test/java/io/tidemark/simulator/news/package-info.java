/** Tests of the simulated news. */
@NullMarked
package io.tidemark.simulator.news;

import org.jspecify.annotations.NullMarked;
