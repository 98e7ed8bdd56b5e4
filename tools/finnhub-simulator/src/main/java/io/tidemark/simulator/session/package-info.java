/** The open WebSocket connections and what each of them is subscribed to. */
@NullMarked
package io.tidemark.simulator.session;

import org.jspecify.annotations.NullMarked;
