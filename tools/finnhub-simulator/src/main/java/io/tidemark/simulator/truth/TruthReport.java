package io.tidemark.simulator.truth;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the simulator has done so far, for people and for tests.
 *
 * @param mode {@code recording} or {@code simulated}
 * @param tradesInAll trades and price updates of the recording, if it is one
 * @param started whether the first trade is due or was sent
 * @param finished whether everything has been sent or counted as missed; a simulated market never finishes
 * @param failure what ended the playback before its time, if anything did
 * @param connections open WebSocket sessions
 * @param connectionsTotal sessions ever opened
 * @param framesUnderWay trade frames whose writing has neither succeeded nor failed yet; totals are final when it is 0
 * @param subscriptions symbols that somebody is subscribed to
 * @param totals what was sent, missed and injected
 */
public record TruthReport(
        String mode,
        OptionalLong tradesInAll,
        boolean started,
        boolean finished,
        Optional<String> failure,
        int connections,
        long connectionsTotal,
        int framesUnderWay,
        NavigableSet<String> subscriptions,
        TruthTotals totals) {}
