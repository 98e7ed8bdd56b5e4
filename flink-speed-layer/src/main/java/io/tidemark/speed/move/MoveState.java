package io.tidemark.speed.move;

/** What is known of a symbol but its open minutes. Flink serializes its fields; times are event times in epoch ms. */
public final class MoveState {
    public static final long NONE = Long.MIN_VALUE;

    public Volatility volatility = new Volatility();
    /** Latest trade time. */
    public long reached = NONE;
    /** The latest minute that is over, and its close. */
    public long minute = NONE;

    public double close;
}
