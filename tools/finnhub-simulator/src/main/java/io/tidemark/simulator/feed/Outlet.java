package io.tidemark.simulator.feed;

import io.tidemark.simulator.session.FeedSignal;
import io.tidemark.simulator.session.Sessions;
import io.tidemark.simulator.truth.GroundTruth;

/**
 * Where a playback's trades go.
 *
 * @param sessions the connected clients
 * @param sender makes and sends the frames; belongs to this outlet's one playing thread
 * @param truth counts what was sent
 * @param signal wakes the playback when something about the clients changes
 */
public record Outlet(Sessions sessions, FrameSender sender, GroundTruth truth, FeedSignal signal) {}
