package io.tidemark.simulator.market;

/** When the simulated market is open. */
public enum MarketHours {
    /** Round the clock; the U-shaped day runs from midnight to midnight UTC. */
    ALWAYS,
    /** As US equities do, New York time, weekends closed, holidays not known; crypto symbols never close. */
    US;

    /** The day's shape. */
    TradingDay day() {
        return switch (this) {
            case ALWAYS -> new RoundTheClock();
            case US -> new UsSession();
        };
    }
}
