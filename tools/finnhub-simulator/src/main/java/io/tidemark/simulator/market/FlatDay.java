package io.tidemark.simulator.market;

/** Crypto: the same at every hour of every day. */
final class FlatDay implements TradingDay {

    private static final long DAY_MS = 86_400_000;

    @Override
    public Phase phase(long time) {
        return Phase.REGULAR;
    }

    @Override
    public double activity(long time) {
        return 1;
    }

    @Override
    public double maxActivity() {
        return 1;
    }

    @Override
    public double variance(long time) {
        return 1;
    }

    @Override
    public long sessionMs() {
        return DAY_MS;
    }

    @Override
    public Boundary nextBoundary(long time) {
        return new Boundary(Long.MAX_VALUE, false);
    }
}
