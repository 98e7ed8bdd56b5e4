package io.tidemark.simulator.fault;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The plan in force and the dice that decide. Every kind of fault has dice of its own, so that switching one on does not
 * change when another strikes. Safe for several threads.
 */
public final class FaultBoard {

    private final Map<FaultKind, SplittableRandom> dice = new EnumMap<>(FaultKind.class);
    private final Map<FaultKind, Long> struck = new EnumMap<>(FaultKind.class);
    private volatile FaultPlan plan = FaultPlan.NONE;
    private volatile Map<FaultKind, Odds> odds = Map.of();

    /** A board without faults whose dice follow from a seed. */
    public FaultBoard(long seed) {
        for (FaultKind kind : FaultKind.values()) {
            dice.put(kind, new SplittableRandom(seed ^ ((long) kind.key().hashCode() << 32)));
        }
    }

    /** The plan in force. */
    public FaultPlan plan() {
        return plan;
    }

    /** Puts a plan into force; faults that differ from before count their strikes anew. */
    public synchronized void put(FaultPlan newPlan) {
        Map<FaultKind, Odds> newOdds = newPlan.odds();
        for (FaultKind kind : FaultKind.values()) {
            Odds now = newOdds.get(kind);
            if (now == null || !now.equals(odds.get(kind))) {
                struck.remove(kind);
            }
        }
        plan = newPlan;
        odds = newOdds;
    }

    /** Whether subscriptions to the symbol are refused at the moment. */
    public boolean isInvalid(String symbol) {
        List<String> invalid = plan.invalidSymbols();
        return invalid != null && invalid.contains(symbol);
    }

    /** Whether a fault strikes at this opportunity. */
    public boolean strikes(FaultKind kind) {
        // The common case, no such fault, costs one look into a map.
        return odds.containsKey(kind) && roll(kind);
    }

    private synchronized boolean roll(FaultKind kind) {
        Odds now = odds.get(kind);
        if (now == null) {
            return false;
        }
        long before = struck.getOrDefault(kind, 0L);
        boolean exhausted = now.count() > 0 && before >= now.count();
        if (exhausted || die(kind).nextDouble() >= now.probability()) {
            return false;
        }
        struck.put(kind, before + 1);
        return true;
    }

    /** Counts a strike that followed from another one, whatever the odds. */
    synchronized void alsoStruck(FaultKind kind) {
        struck.merge(kind, 1L, Long::sum);
    }

    /** A number from 1 to a bound, both included, from the fault's own dice. */
    public synchronized long upTo(FaultKind kind, long bound) {
        return bound <= 1 ? 1 : die(kind).nextLong(1, bound + 1);
    }

    private SplittableRandom die(FaultKind kind) {
        SplittableRandom die = dice.get(kind);
        if (die == null) {
            throw new IllegalStateException("no dice for " + kind);
        }
        return die;
    }

    /** How often each fault of the plan has struck since it was put into force. */
    synchronized Map<FaultKind, Long> struck() {
        return new EnumMap<>(struck);
    }
}
