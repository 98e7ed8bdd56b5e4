package io.tidemark.batch.session;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A market's sessions of one UTC date, cut at the date's borders. Immutable. */
public final class SessionDay {
    private final LocalDate date;
    private final List<TradingSession> sessions;
    private final long[] from;
    private final long[] to;

    /**
     * A date's sessions.
     *
     * @param sessions in order and without overlap, all within the date
     */
    SessionDay(LocalDate date, List<TradingSession> sessions) {
        this.date = date;
        this.sessions = List.copyOf(sessions);
        this.from = sessions.stream().mapToLong(s -> s.from().toEpochMilli()).toArray();
        this.to = sessions.stream().mapToLong(s -> s.to().toEpochMilli()).toArray();
    }

    /** The UTC date. */
    public LocalDate date() {
        return date;
    }

    /** Its sessions in order; none when the market is closed all of the date. */
    public List<TradingSession> sessions() {
        return sessions;
    }

    /** The session that holds an instant (epoch ms) of this date; empty when the market is closed then. */
    public Optional<SessionKind> kindAt(long epochMs) {
        for (int i = 0; i < from.length; i++) {
            if (epochMs >= from[i] && epochMs < to[i]) {
                return Optional.of(sessions.get(i).kind());
            }
        }
        return Optional.empty();
    }

    /** The session that holds an instant of this date; empty when the market is closed then. */
    public Optional<SessionKind> kindAt(Instant instant) {
        return kindAt(instant.toEpochMilli());
    }
}
