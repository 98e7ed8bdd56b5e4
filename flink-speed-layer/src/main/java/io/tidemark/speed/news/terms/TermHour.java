package io.tidemark.speed.news.terms;

import java.util.Arrays;

/**
 * State of one hour: how many stories' headlines have each term, in the order of terms. Flink serializes its fields.
 *
 * <p>Exact up to {@value #CAPACITY} terms, several times what an hour of the whole press has. Beyond, the counts are those
 * of Misra and Gries ("Finding repeated elements", 1982): when there is no room for a new term, all counts go down by one
 * and those at zero make room. A count is then too small by at most {@code undercount}, which is no more than the number of
 * the hour's (story, term) pairs divided by the capacity.
 */
public final class TermHour {
    /** Most terms that are counted. */
    static final int CAPACITY = 20_000;

    private static final int FIRST_ROOM = 64;

    /** Epoch ms. */
    public long start;

    public long stories;
    /** Number of terms. */
    public int size;

    public String[] terms = new String[FIRST_ROOM];
    public int[] counts = new int[FIRST_ROOM];
    /** Whether a row of the term was sent: it is then kept up to date whatever comes. */
    public boolean[] sent = new boolean[FIRST_ROOM];

    public int undercount;
    /** Whether its rows may be other than when they were sent. */
    public boolean changed;

    /** Adds a headline's terms. */
    void add(Iterable<String> headline) {
        stories++;
        for (String term : headline) {
            int at = find(term);
            if (at >= 0) {
                counts[at]++;
            } else {
                insert(term, -at - 1);
            }
        }
    }

    /** Stories with a term. */
    int count(String term) {
        int at = find(term);
        return at < 0 ? 0 : counts[at];
    }

    private int find(String term) {
        return Arrays.binarySearch(terms, 0, size, term);
    }

    private void insert(String term, int at) {
        if (size >= CAPACITY) {
            decrement();
            return;
        }
        if (size == terms.length) {
            int room = Math.min(CAPACITY, size * 2);
            terms = Arrays.copyOf(terms, room);
            counts = Arrays.copyOf(counts, room);
            sent = Arrays.copyOf(sent, room);
        }
        System.arraycopy(terms, at, terms, at + 1, size - at);
        System.arraycopy(counts, at, counts, at + 1, size - at);
        System.arraycopy(sent, at, sent, at + 1, size - at);
        terms[at] = term;
        counts[at] = 1;
        sent[at] = false;
        size++;
    }

    /** The new term's one and one of every other's go together; a term that has a row stays. */
    private void decrement() {
        undercount++;
        int kept = 0;
        for (int at = 0; at < size; at++) {
            int count = counts[at] - 1;
            if (count > 0 || sent[at]) {
                terms[kept] = terms[at];
                counts[kept] = Math.max(1, count);
                sent[kept] = sent[at];
                kept++;
            }
        }
        Arrays.fill(terms, kept, size, null);
        size = kept;
    }
}
