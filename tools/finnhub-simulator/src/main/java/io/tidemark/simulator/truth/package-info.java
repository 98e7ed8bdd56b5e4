/** What was really sent, counted where it is sent, for tests that compare it with what arrived. */
@NullMarked
package io.tidemark.simulator.truth;

import org.jspecify.annotations.NullMarked;
