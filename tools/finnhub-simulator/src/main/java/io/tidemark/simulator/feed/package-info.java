/** What goes out over the WebSockets, and when: frames of trades, played in real time or as fast as clients take them. */
@NullMarked
package io.tidemark.simulator.feed;

import org.jspecify.annotations.NullMarked;
