package io.tidemark.landing.segment;

import io.tidemark.contracts.landing.LandingLayout;
import io.tidemark.contracts.landing.SegmentManifest;
import io.tidemark.landing.disk.LandingFiles;
import io.tidemark.landing.failpoint.FailPoints;
import java.io.IOException;
import java.util.Optional;

/** Step 1 of the protocol: reads a partition's chain and finishes what an interrupted writer left to do. */
final class ChainRecovery {
    private final ManifestDirectory manifests;
    private final FinalNames finalNames;

    ChainRecovery(LandingLayout layout, LandingFiles files, int partition) {
        this.manifests = new ManifestDirectory(layout, partition);
        // Recovery is not a step of a segment's life: no test stops it half-way by a point of the commit.
        this.finalNames = new FinalNames(layout, files, FailPoints.NONE);
    }

    /**
     * Reads the whole chain and gives every committed file its final name.
     *
     * @throws BrokenChainException when the manifests do not chain, one is damaged, or a committed file is gone
     */
    Chain load() throws IOException {
        long[] starts = manifests.starts();
        return starts.length == 0 ? Chain.EMPTY : follow(Chain.EMPTY, starts[0]);
    }

    /** Reads what another writer added to a chain that is known up to its end. */
    Chain loadFrom(Chain known) throws IOException {
        return follow(known, known.end());
    }

    /**
     * Goes from manifest to manifest by name. A listing of the directory would not do: with a second writer at work it may
     * hold a segment and miss the one before it.
     */
    private Chain follow(Chain known, long start) throws IOException {
        Chain chain = known;
        long next = start;
        while (true) {
            Optional<SegmentManifest> found = manifests.read(next);
            if (found.isPresent()) {
                chain = chain.followedBy(found.get());
                finalNames.give(found.get());
                next = found.get().end();
            } else if (isEnd(next)) {
                return chain;
            }
        }
    }

    private boolean isEnd(long next) throws IOException {
        long[] starts = manifests.starts();
        if (starts.length == 0 || starts[starts.length - 1] < next) {
            return true;
        }
        if (manifests.read(next).isPresent()) {
            // Committed by another writer since we looked.
            return false;
        }
        throw new BrokenChainException("partition " + manifests.partition() + ": there is a segment at "
                + starts[starts.length - 1] + ", but the chain ends at " + next);
    }
}
