package io.tidemark.simulator.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The faults in force, as the admin API takes and shows them; what is absent does not happen.
 *
 * @param duplicate a frame is sent several times
 * @param reorder trades are held back a little
 * @param late trades are held back for long
 * @param malformed a bad frame is put in
 * @param huge a huge frame is put in
 * @param empty an empty frame is put in
 * @param error an error frame is put in
 * @param badTrade an impossible trade is added to a frame
 * @param futureTrade a trade from the future is added to a frame
 * @param unknownFields unknown fields are added to a frame
 * @param handshake handshakes fail
 * @param rest REST requests fail
 * @param drop all connections are dropped again and again
 * @param silence all connections fall silent again and again
 * @param invalidSymbols symbols whose subscription is refused
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaultPlan(
        @Nullable Duplicate duplicate,
        @Nullable Delay reorder,
        @Nullable Delay late,
        @Nullable Plain malformed,
        @Nullable Huge huge,
        @Nullable Plain empty,
        @Nullable ErrorMessage error,
        @Nullable Plain badTrade,
        @Nullable Future futureTrade,
        @Nullable Plain unknownFields,
        @Nullable Handshake handshake,
        @Nullable Rest rest,
        @Nullable Drop drop,
        @Nullable Silence silence,
        @Nullable List<String> invalidSymbols) {

    /** No faults. */
    public static final FaultPlan NONE =
            new FaultPlan(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** A fault with nothing to set but how often. */
    public record Plain(double probability, long count) implements Odds {}

    /** {@code copies}: how often the frame is sent in all. */
    public record Duplicate(double probability, long count, int copies) implements Odds {}

    /** {@code maxMs}: most that a trade is held back, in ms of event time; the delay is uniform. */
    public record Delay(double probability, long count, long maxMs) implements Odds {}

    /** {@code bytes}: length of the frame. */
    public record Huge(double probability, long count, int bytes) implements Odds {}

    /** {@code message}: the text of the error frame. */
    public record ErrorMessage(double probability, long count, String message) implements Odds {}

    /** {@code aheadMs}: how far in the future. */
    public record Future(double probability, long count, long aheadMs) implements Odds {}

    /** {@code status}: the HTTP status instead of 101. */
    public record Handshake(double probability, long count, int status) implements Odds {}

    /**
     * {@code status}: instead of the true answer, 0 for the true one; {@code retryAfterSeconds}: sent as a header unless 0;
     * {@code delayMs}: before answering; {@code bodyBytes}: white space in front of the body.
     */
    public record Rest(double probability, long count, int status, int retryAfterSeconds, long delayMs, int bodyBytes)
            implements Odds {}

    /** {@code everySeconds}: time between drops; {@code reset}: cut at once instead of after what is under way. */
    public record Drop(double everySeconds, boolean reset) {}

    /** {@code everySeconds}: time between the starts of silences; {@code seconds}: how long one lasts. */
    public record Silence(double everySeconds, double seconds) {}

    public FaultPlan {
        invalidSymbols = invalidSymbols == null ? null : List.copyOf(invalidSymbols);
    }

    /** The odds of those faults in the plan that strike by chance. */
    Map<FaultKind, Odds> odds() {
        Map<FaultKind, Odds> odds = new EnumMap<>(FaultKind.class);
        put(odds, FaultKind.DUPLICATE, duplicate);
        put(odds, FaultKind.REORDER, reorder);
        put(odds, FaultKind.LATE, late);
        put(odds, FaultKind.MALFORMED, malformed);
        put(odds, FaultKind.HUGE, huge);
        put(odds, FaultKind.EMPTY, empty);
        put(odds, FaultKind.ERROR, error);
        put(odds, FaultKind.BAD_TRADE, badTrade);
        put(odds, FaultKind.FUTURE_TRADE, futureTrade);
        put(odds, FaultKind.UNKNOWN_FIELDS, unknownFields);
        put(odds, FaultKind.HANDSHAKE, handshake);
        put(odds, FaultKind.REST, rest);
        return odds;
    }

    private static void put(Map<FaultKind, Odds> to, FaultKind kind, @Nullable Odds odds) {
        if (odds != null) {
            to.put(kind, odds);
        }
    }
}
