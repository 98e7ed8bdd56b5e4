package io.tidemark.simulator.feed;

import io.tidemark.simulator.fault.FaultKind;
import java.util.List;

/**
 * What faults add to a frame of good trades.
 *
 * @param entries more entries of {@code data}, as JSON
 * @param unknownFields whether every object gets fields that no client knows
 * @param struck the faults that struck, to be counted when the frame has been written
 */
record FrameAdditions(List<String> entries, boolean unknownFields, List<FaultKind> struck) {

    static final FrameAdditions NONE = new FrameAdditions(List.of(), false, List.of());
}
