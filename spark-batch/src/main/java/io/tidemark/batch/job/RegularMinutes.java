package io.tidemark.batch.job;

import io.tidemark.batch.quality.SessionMinutes;
import io.tidemark.batch.session.MarketCalendar;
import io.tidemark.batch.session.SessionKind;
import io.tidemark.batch.session.TradingSession;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.BitSet;

/** The regular sessions of the market calendars, for the judgement of silence. */
final class RegularMinutes implements SessionMinutes {
    private static final long serialVersionUID = 1L;

    private static final long MINUTE_MS = 60_000;

    @Override
    public BitSet regular(String symbol, LocalDate date) {
        long start = date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        var minutes = new BitSet();
        for (TradingSession session : MarketCalendar.of(symbol).on(date).sessions()) {
            if (session.kind() == SessionKind.REGULAR) {
                long first = session.from().toEpochMilli() - start + MINUTE_MS - 1;
                long end = session.to().toEpochMilli() - start;
                minutes.set((int) (first / MINUTE_MS), (int) (end / MINUTE_MS));
            }
        }
        return minutes;
    }
}
