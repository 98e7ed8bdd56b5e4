package io.tidemark.batch.session;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * When a market is open. Days and hours are New York's, with its changes of daylight saving; what is asked for and given
 * are UTC dates and instants.
 */
public enum MarketCalendar {
    /**
     * Equities of the United States: pre-market from 04:00, regular session from 09:30 to 16:00, post-market until 20:00; on
     * half days regular until 13:00 and post-market until 17:00. In winter the last hour of the post-market is the first
     * hour of the next UTC date. Holidays as in {@link NewYorkExchange}.
     */
    US_EQUITIES("us-equities") {
        @Override
        void addSessions(LocalDate newYorkDate, SessionCut cut) {
            if (isWeekend(newYorkDate) || NewYorkExchange.closure(newYorkDate).isPresent()) {
                return;
            }
            boolean half = NewYorkExchange.halfDay(newYorkDate).isPresent();
            LocalTime close = half ? HALF_DAY_CLOSE : CLOSE;
            LocalTime postClose = half ? HALF_DAY_POST_CLOSE : POST_CLOSE;
            cut.add(SessionKind.PRE, at(newYorkDate, PRE_OPEN), at(newYorkDate, OPEN));
            cut.add(SessionKind.REGULAR, at(newYorkDate, OPEN), at(newYorkDate, close));
            cut.add(SessionKind.POST, at(newYorkDate, close), at(newYorkDate, postClose));
        }
    },
    /** Markets that never close, as those of crypto currencies. */
    CONTINUOUS("continuous") {
        @Override
        void addSessions(LocalDate newYorkDate, SessionCut cut) {
            cut.add(SessionKind.REGULAR, midnight(newYorkDate), midnight(newYorkDate.plusDays(1)));
        }
    },
    /** Foreign exchange: open from Sunday 17:00 to Friday 17:00; the dealers' own holidays are not known here. */
    FX("fx") {
        @Override
        void addSessions(LocalDate newYorkDate, SessionCut cut) {
            DayOfWeek day = newYorkDate.getDayOfWeek();
            if (day == DayOfWeek.SATURDAY) {
                return;
            }
            Instant from = day == DayOfWeek.SUNDAY ? at(newYorkDate, FX_WEEK_BORDER) : midnight(newYorkDate);
            Instant to = day == DayOfWeek.FRIDAY ? at(newYorkDate, FX_WEEK_BORDER) : midnight(newYorkDate.plusDays(1));
            cut.add(SessionKind.REGULAR, from, to);
        }
    };

    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime PRE_OPEN = LocalTime.of(4, 0);
    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime HALF_DAY_CLOSE = LocalTime.of(13, 0);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);
    private static final LocalTime HALF_DAY_POST_CLOSE = LocalTime.of(17, 0);
    private static final LocalTime POST_CLOSE = LocalTime.of(20, 0);
    private static final LocalTime FX_WEEK_BORDER = LocalTime.of(17, 0);
    private static final Set<String> FX_DEALERS = Set.of("OANDA", "FXCM", "FOREX", "IC MARKETS");

    private final String label;

    MarketCalendar(String label) {
        this.label = label;
    }

    /**
     * The calendar of a feed's symbol: that of US equities without a prefix ({@code AAPL}); foreign exchange with a dealer's
     * ({@code OANDA:EUR_USD}); continuous with any other ({@code BINANCE:BTCUSDT}).
     */
    public static MarketCalendar of(String symbol) {
        int colon = symbol.indexOf(':');
        if (colon < 0) {
            return US_EQUITIES;
        }
        return FX_DEALERS.contains(symbol.substring(0, colon).toUpperCase(Locale.ROOT)) ? FX : CONTINUOUS;
    }

    /** Its name in results, for example {@code us-equities}. */
    public String label() {
        return label;
    }

    /** Its sessions of a UTC date, made once for many questions of {@link SessionDay#kindAt(long)}. */
    public SessionDay on(LocalDate utcDate) {
        var cut = new SessionCut(utcDate);
        // New York's dates that a UTC date may touch: the evening of the one before, and its own until 19:00 or 20:00.
        addSessions(utcDate.minusDays(1), cut);
        addSessions(utcDate, cut);
        return new SessionDay(utcDate, cut.sessions);
    }

    /** Its sessions of a UTC date in order, cut at the date's borders; none when it is closed all of the date. */
    public List<TradingSession> sessions(LocalDate utcDate) {
        return on(utcDate).sessions();
    }

    /** The session that holds an instant; empty when the market is closed then. For many of one date use {@link #on}. */
    public Optional<SessionKind> kindAt(Instant instant) {
        return on(instant.atZone(ZoneOffset.UTC).toLocalDate()).kindAt(instant);
    }

    abstract void addSessions(LocalDate newYorkDate, SessionCut cut);

    static Instant at(LocalDate newYorkDate, LocalTime time) {
        return newYorkDate.atTime(time).atZone(NEW_YORK).toInstant();
    }

    private static Instant midnight(LocalDate newYorkDate) {
        return newYorkDate.atStartOfDay(NEW_YORK).toInstant();
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Collects the parts of sessions that lie in a UTC date; joins those of one kind that meet. */
    static final class SessionCut {
        private final Instant start;
        private final Instant end;
        private final List<TradingSession> sessions = new ArrayList<>();

        SessionCut(LocalDate utcDate) {
            this.start = utcDate.atStartOfDay(ZoneOffset.UTC).toInstant();
            this.end = utcDate.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        }

        void add(SessionKind kind, Instant from, Instant to) {
            Instant cutFrom = from.isBefore(start) ? start : from;
            Instant cutTo = to.isAfter(end) ? end : to;
            if (!cutFrom.isBefore(cutTo)) {
                return;
            }
            int last = sessions.size() - 1;
            if (last >= 0
                    && sessions.get(last).kind() == kind
                    && sessions.get(last).to().equals(cutFrom)) {
                sessions.set(last, new TradingSession(kind, sessions.get(last).from(), cutTo));
            } else {
                sessions.add(new TradingSession(kind, cutFrom, cutTo));
            }
        }
    }
}
