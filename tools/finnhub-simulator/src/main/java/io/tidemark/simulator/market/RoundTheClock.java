package io.tidemark.simulator.market;

/** A market that never closes: the session is the UTC day, and its close is followed at once by the next opening. */
final class RoundTheClock implements TradingDay {

    private static final long DAY_MS = 86_400_000;

    private static double fraction(long time) {
        return (double) Math.floorMod(time, DAY_MS) / DAY_MS;
    }

    @Override
    public Phase phase(long time) {
        return Phase.REGULAR;
    }

    @Override
    public double activity(long time) {
        return IntradayCurve.ACTIVITY.at(fraction(time));
    }

    @Override
    public double maxActivity() {
        return IntradayCurve.ACTIVITY.max();
    }

    @Override
    public double variance(long time) {
        return IntradayCurve.VARIANCE.at(fraction(time));
    }

    @Override
    public long sessionMs() {
        return DAY_MS;
    }

    @Override
    public Boundary nextBoundary(long time) {
        long midnight = (Math.floorDiv(time, DAY_MS) + 1) * DAY_MS;
        return time < midnight - 1 ? new Boundary(midnight - 1, false) : new Boundary(midnight, true);
    }
}
