package io.tidemark.news.seen;

import io.tidemark.news.article.Bookmark;
import io.tidemark.servicekit.health.ComponentHealth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the memory of what was published in a file that is never more than about twice as long as the memory. A file that
 * cannot be written does not stop the news: the service is not ready, and the next success writes everything. Confined to
 * its owner's lock but for {@link #health()}.
 */
public final class SeenKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SeenKeeper.class);

    /** Below it a file is not worth writing anew. */
    private static final int FEWEST_LINES = 5_000;

    private final SeenArticles memory;
    private final SeenFile file;
    private final List<String> unwritten = new ArrayList<>();
    private int linesInFile;
    private volatile String failure = "";

    private SeenKeeper(SeenArticles memory, SeenFile file) {
        this.memory = memory;
        this.file = file;
    }

    /**
     * Takes the file; read by {@link #recall()}.
     *
     * @throws IOException when another process has it
     */
    public static SeenKeeper open(Path path, SeenArticles memory) throws IOException {
        return new SeenKeeper(memory, SeenFile.open(path));
    }

    /**
     * Brings back what was left behind.
     *
     * @throws IOException when the file is there and cannot be understood
     */
    public void recall() throws IOException {
        List<String> lines = file.read();
        for (int i = 0; i < lines.size(); i++) {
            try {
                SeenLine.apply(lines.get(i), memory);
            } catch (IOException e) {
                throw new IOException(
                        "state.file cannot be read (remove it to start without): line " + (i + 1) + ": "
                                + e.getMessage(),
                        e);
            }
        }
        // Also cuts off what a crash left of a last line.
        rewrite();
        LOG.info("{} articles are remembered as published", memory.size());
    }

    /** Notes a publication that was acknowledged. */
    public void note(SeenChange change) {
        unwritten.add(SeenLine.of(change.after()));
    }

    public void note(Bookmark bookmark) {
        unwritten.add(SeenLine.of(bookmark));
    }

    public void noteRefused(String digest) {
        unwritten.add(SeenLine.ofRefused(digest));
    }

    /** Brings to disk what was noted. */
    public void write() {
        if (unwritten.isEmpty()) {
            return;
        }
        try {
            if (failure.isEmpty() && linesInFile + unwritten.size() < Math.max(FEWEST_LINES, 2 * memory.size())) {
                file.append(unwritten);
                linesInFile += unwritten.size();
            } else {
                rewrite();
            }
            unwritten.clear();
            failure = "";
        } catch (IOException e) {
            failure = "state.file cannot be written: " + e;
            LOG.warn("a restart would publish some articles again: {}", failure);
            // The memory has them; the next attempt writes all of it.
            unwritten.subList(1, unwritten.size()).clear();
        }
    }

    /** Down while the file cannot be written. */
    public ComponentHealth health() {
        String reason = failure;
        return reason.isEmpty() ? ComponentHealth.healthy() : ComponentHealth.failing(reason);
    }

    /** The last word: the order of the last sightings is kept too. */
    @Override
    public void close() throws IOException {
        try (file) {
            rewrite();
        }
    }

    private void rewrite() throws IOException {
        var lines = new ArrayList<String>(memory.size() + 64);
        memory.bookmarks().forEach(bookmark -> lines.add(SeenLine.of(bookmark)));
        memory.refused().forEach(digest -> lines.add(SeenLine.ofRefused(digest)));
        memory.stories().forEach(story -> lines.add(SeenLine.of(story)));
        file.replace(lines);
        linesInFile = lines.size();
    }
}
