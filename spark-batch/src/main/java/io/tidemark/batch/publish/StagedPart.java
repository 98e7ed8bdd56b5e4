package io.tidemark.batch.publish;

import io.tidemark.batch.bars.Interval;
import java.io.Serializable;
import java.util.Map;

/**
 * What one task put into the stage.
 *
 * @param bars number of bars of each interval
 * @param counted rows that update something in a bar
 * @param priceUpdates rows of volume zero
 * @param excluded trades that their sale conditions let update nothing
 */
public record StagedPart(Map<Interval, Long> bars, long counted, long priceUpdates, long excluded)
        implements Serializable {
    private static final long serialVersionUID = 1L;
}
