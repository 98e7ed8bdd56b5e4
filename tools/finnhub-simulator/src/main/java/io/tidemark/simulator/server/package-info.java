/** Finnhub's port: WebSocket handshakes, sessions and the way into the REST API. */
@NullMarked
package io.tidemark.simulator.server;

import org.jspecify.annotations.NullMarked;
