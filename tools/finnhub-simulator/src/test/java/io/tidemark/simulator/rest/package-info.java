/** Tests of the REST API by itself. */
@NullMarked
package io.tidemark.simulator.rest;

import org.jspecify.annotations.NullMarked;
