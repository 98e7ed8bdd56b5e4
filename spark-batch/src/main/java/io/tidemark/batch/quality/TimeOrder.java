package io.tidemark.batch.quality;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How often time ran backwards among the rows of one symbol: the rows whose trade time is smaller than that of the row
 * before, in the order of offsets of one partition and UTC hour, since a landed file holds one hour. Rows are read in pieces,
 * each contiguous in that order; a piece keeps its ends, so that the steps between pieces are found when all are together.
 * Partials merge in any order. For one thread.
 */
public final class TimeOrder implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final long HOUR_MS = 3_600_000;
    private static final int NO_PIECE = -1;

    /** The ends of rows that were read one after another. A plain class, because Spark's serializer writes its fields. */
    private static final class Piece implements Serializable {
        private static final long serialVersionUID = 1L;

        private int partition;
        private long firstOffset;
        private long firstTime;
        private long lastTime;

        int partition() {
            return partition;
        }

        long hour() {
            return firstTime / HOUR_MS;
        }

        long firstOffset() {
            return firstOffset;
        }
    }

    private final ArrayList<Piece> pieces = new ArrayList<>();
    private long descents;
    private int currentPiece = NO_PIECE;
    private long lastTime;

    /**
     * Adds a row that follows the one added before, unless the piece is another.
     *
     * @param piece number of the piece, not negative: another number than the last begins another piece
     * @param partition of the row
     * @param offset of the row
     * @param time its trade time, epoch ms
     */
    public void add(int piece, int partition, long offset, long time) {
        if (piece != currentPiece) {
            close();
            var begun = new Piece();
            begun.partition = partition;
            begun.firstOffset = offset;
            begun.firstTime = time;
            pieces.add(begun);
            currentPiece = piece;
        } else if (time < lastTime) {
            descents++;
        }
        lastTime = time;
    }

    /** Ends the piece that is open. Needed before the rows travel or are merged. */
    public void close() {
        if (currentPiece != NO_PIECE) {
            pieces.get(pieces.size() - 1).lastTime = lastTime;
            currentPiece = NO_PIECE;
        }
    }

    /** Takes in the pieces of another; both must be closed. */
    public void merge(TimeOrder other) {
        pieces.addAll(other.pieces);
        descents += other.descents;
    }

    /** Rows older than the row before them, once all pieces are here. */
    public long descents() {
        List<Piece> ordered = new ArrayList<>(pieces);
        ordered.sort(Comparator.comparingInt(Piece::partition)
                .thenComparingLong(Piece::hour)
                .thenComparingLong(Piece::firstOffset));
        long all = descents;
        for (int i = 1; i < ordered.size(); i++) {
            Piece before = ordered.get(i - 1);
            Piece piece = ordered.get(i);
            boolean follows = before.partition == piece.partition && before.hour() == piece.hour();
            if (follows && piece.firstTime < before.lastTime) {
                all++;
            }
        }
        return all;
    }
}
