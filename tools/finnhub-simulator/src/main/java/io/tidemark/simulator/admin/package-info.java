/** The second port: what was really sent, and switches for tests, out of the clients' sight. */
@NullMarked
package io.tidemark.simulator.admin;

import org.jspecify.annotations.NullMarked;
