package io.tidemark.speed;

import io.tidemark.speed.bars.LiveBarTiming;
import io.tidemark.speed.gap.GapSeverity;
import io.tidemark.speed.move.MoveRule;
import java.time.Duration;

/**
 * The topology's times, and what it takes to be remarkable.
 *
 * @param idleness after which a silent partition no longer holds the watermark back
 * @param combineFor how long trades are combined before the shuffle
 * @param lateAfter a trade received longer than this after the end of its minute counts as late in its bar
 * @param batchFor how long rows are collected before they are written together
 * @param bars when bars are written, closed and forgotten
 * @param gaps from which length on a feed gap matters how much
 * @param moves which moves of a price are remarkable
 */
public record SpeedLayerTiming(
        Duration idleness,
        Duration combineFor,
        Duration lateAfter,
        Duration batchFor,
        LiveBarTiming bars,
        GapSeverity gaps,
        MoveRule moves) {}
