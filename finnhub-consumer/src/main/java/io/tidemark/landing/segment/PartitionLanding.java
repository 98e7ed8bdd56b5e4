package io.tidemark.landing.segment;

import io.tidemark.contracts.landing.SegmentManifest;
import io.tidemark.landing.disk.LandingFiles;
import io.tidemark.landing.disk.PartitionLock;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One partition's files, while this process may write them: its lock, its chain and its open segment. For one thread.
 *
 * <p>When a method throws {@link IOException} the partition is in doubt: {@link #discard}, {@link #close} and start again
 * from the directory. A failed sync is never tried again, for the kernel may have dropped the pages that it could not
 * write.
 */
public final class PartitionLanding implements Closeable {
    private final LandingSite site;
    private final SegmentSource source;
    private final int partition;
    private final PartitionLock lock;
    private final ChainRecovery recovery;
    private List<Path> straysAtEnd = List.of();
    private Chain chain = Chain.EMPTY;
    private @Nullable OpenSegment segment;

    private PartitionLanding(LandingSite site, SegmentSource source, int partition, PartitionLock lock) {
        this.site = site;
        this.source = source;
        this.partition = partition;
        this.lock = lock;
        this.recovery = new ChainRecovery(site.layout(), site.files(), partition);
    }

    /**
     * Takes the partition's lock, reads its chain, finishes interrupted renames and collects garbage.
     *
     * @return empty when another writer holds the lock
     * @throws BrokenChainException when the directory contradicts itself
     */
    public static Optional<PartitionLanding> tryOpen(LandingSite site, SegmentSource source, int partition)
            throws IOException {
        Path lockFile = site.layout().lock(partition);
        site.files().ensureDirectory(SegmentFile.directoryOf(lockFile));
        Optional<PartitionLock> lock = site.lockBypassed()
                ? Optional.of(PartitionLock.bypassed(lockFile))
                : PartitionLock.tryAcquire(lockFile);
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        var landing = new PartitionLanding(site, source, partition, lock.get());
        try {
            landing.chain = landing.recovery.load();
            landing.straysAtEnd = new StrayFiles(site.layout(), site.files()).collect(partition, landing.chain);
        } catch (IOException e) {
            landing.close();
            throw e;
        }
        return Optional.of(landing);
    }

    /** Adds the row of the record at {@link #position}. */
    public void appendRow(byte[] row, int length, long eventTime) throws IOException {
        openSegment().appendRow(row, length, eventTime);
    }

    /** Adds the quarantine line of the record at {@link #position}. */
    public void appendQuarantined(byte[] line) throws IOException {
        openSegment().appendQuarantined(line);
    }

    /**
     * Commits the open segment, which must hold a record.
     *
     * @return fenced when another writer was first: the segment is gone, the chain read anew and {@link #position} moved
     */
    public CommitOutcome commit(String topicId) throws IOException {
        OpenSegment closing = requireSegment();
        try {
            closing.finish();
            SegmentManifest manifest = closing.manifest(source.topic(), topicId, source.schemaVersion());
            CommitOutcome outcome = commit(manifest, closing.temporaryName());
            if (outcome instanceof CommitOutcome.Fenced) {
                closing.discard();
            }
            segment = null;
            return outcome;
        } catch (IOException e) {
            discardUnlessCommitted(closing, e);
            throw e;
        }
    }

    /**
     * Records that the offsets from the chain's end up to {@code end} are lost; there must be no open segment.
     *
     * @param reason why, in words
     */
    public CommitOutcome commitGap(String topicId, long end, String reason) throws IOException {
        if (hasRecords()) {
            throw new IllegalStateException("partition " + partition + " has an open segment");
        }
        segment = null;
        var manifest = new SegmentManifest(
                source.topic(),
                topicId,
                partition,
                chain.end(),
                end,
                source.schemaVersion(),
                List.of(),
                Optional.empty(),
                Optional.of(reason));
        return commit(manifest, temporaryName(chain.end()));
    }

    /** Says how complete the partition is now; replaces what was said before in one step. */
    public void writeProgress(String topicId, long endOffset) throws IOException {
        writeProgress(topicId, endOffset, site.clock().millis());
    }

    /**
     * Says how complete the partition was.
     *
     * @param lookedAt when Kafka was asked for the end offset, epoch ms
     */
    public void writeProgress(String topicId, long endOffset, long lookedAt) throws IOException {
        var progress = new PartitionProgress(
                source.topic(), topicId, partition, chain.end(), endOffset, chain.maxEventTime(), lookedAt);
        LandingFiles files = site.files();
        Path target = site.layout().progress(partition);
        Path temporary = target.resolveSibling(temporaryName(chain.end()).fileName());
        files.ensureDirectory(SegmentFile.directoryOf(target));
        WholeFile.write(files, temporary, progress.json(), () -> {});
        try {
            files.rename(temporary, target);
        } catch (IOException e) {
            WholeFile.deleteAfter(e, files, temporary);
            throw e;
        }
    }

    /** Drops the open segment; its records are to be read again. */
    public void discard() {
        if (segment != null) {
            segment.discard();
            segment = null;
        }
    }

    /** Drops the open segment and gives the lock back. */
    @Override
    public void close() throws IOException {
        discard();
        lock.close();
    }

    public int partition() {
        return partition;
    }

    /** What is committed. */
    public Chain chain() {
        return chain;
    }

    /** Offset of the record that must come next. */
    public long position() {
        return segment == null ? chain.end() : segment.end();
    }

    /** Whether there is something to commit. */
    public boolean hasRecords() {
        return segment != null && !segment.isEmpty();
    }

    /** Length of the open segment's rows. */
    public long openBytes() {
        return segment == null ? 0 : segment.bytes();
    }

    /** Files open now, each with a buffer. */
    public int openFiles() {
        return segment == null ? 0 : segment.openFiles();
    }

    /** Age of the open segment, 0 when there is none. */
    public long openNanos() {
        return segment == null ? 0 : segment.ageNanos(site.nanoTime().getAsLong());
    }

    private CommitOutcome commit(SegmentManifest manifest, TemporaryName name) throws IOException {
        // Checked first: what is linked cannot be taken back.
        Chain longer = chain.followedBy(manifest);
        CommitOutcome outcome =
                new SegmentCommit(site.layout(), site.files(), site.failPoints()).commit(manifest, name);
        if (outcome instanceof CommitOutcome.Committed) {
            chain = longer;
            collectStrays();
        } else {
            chain = recovery.loadFrom(chain);
        }
        return outcome;
    }

    private void collectStrays() throws IOException {
        var strays = new StrayFiles(site.layout(), site.files());
        for (Path stray : straysAtEnd) {
            strays.deleteUnlessListed(stray);
        }
        straysAtEnd = List.of();
    }

    /** After a failure nobody but the directory knows on which side of the commit point it happened. */
    private void discardUnlessCommitted(OpenSegment failed, IOException failure) {
        segment = null;
        try {
            var manifests = new ManifestDirectory(site.layout(), partition);
            if (manifests.read(failed.start()).isEmpty()) {
                failed.discard();
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private OpenSegment openSegment() {
        OpenSegment open = segment;
        if (open == null) {
            open = new OpenSegment(
                    site,
                    source.headerLine(),
                    temporaryName(chain.end()),
                    site.nanoTime().getAsLong());
            segment = open;
        }
        return open;
    }

    private OpenSegment requireSegment() {
        if (segment == null || segment.isEmpty()) {
            throw new IllegalStateException("partition " + partition + " has nothing to commit");
        }
        return segment;
    }

    private TemporaryName temporaryName(long start) {
        return new TemporaryName(site.layout().dataset(), partition, start, UUID.randomUUID());
    }
}
