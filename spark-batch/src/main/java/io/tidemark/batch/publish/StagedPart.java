package io.tidemark.batch.publish;

import io.tidemark.batch.bars.Interval;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What one task has put into the stage and into the run's temporary directory.
 *
 * @param bars number of bars of each interval
 * @param counted rows that update something in a bar
 * @param priceUpdates rows of volume zero
 * @param excluded trades that their sale conditions let update nothing
 * @param files result files; whatever else lies there is from an attempt that failed
 * @param baseFiles files of base rows, for the transforms of this run only
 */
public record StagedPart(
        Map<Interval, Long> bars,
        long counted,
        long priceUpdates,
        long excluded,
        List<PartFile> files,
        List<PartFile> baseFiles)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public StagedPart {
        files = List.copyOf(files);
        baseFiles = List.copyOf(baseFiles);
    }
}
