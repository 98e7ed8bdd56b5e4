package io.tidemark.batch.session;

import io.tidemark.batch.table.ResultTable;
import io.tidemark.batch.table.Scope;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The table of each UTC date's sessions, one row a session of a calendar. A function of the date alone. */
public final class Sessions {
    /** Columns as in docs/analytics.md. */
    public static final ResultTable TABLE = new ResultTable(
            "sessions",
            Scope.DATE,
            new StructType()
                    .add(ResultTable.DATE, DataTypes.DateType, false)
                    .add("calendar", DataTypes.StringType, false)
                    .add("session", DataTypes.StringType, false)
                    .add("opens_at", DataTypes.TimestampType, false)
                    .add("closes_at", DataTypes.TimestampType, false)
                    .add("note", DataTypes.StringType, true),
            List.of(ResultTable.DATE, "calendar", "session", "opens_at"));

    /** The session of a row that tells of a holiday; it spans what would have been the day from pre- to post-market. */
    public static final String CLOSED = "closed";

    private Sessions() {}

    /** The date's rows as a dataset. */
    public static Dataset<Row> of(SparkSession spark, LocalDate utcDate) {
        return spark.createDataFrame(rows(utcDate), TABLE.schema());
    }

    /** The date's rows in the order of the key. */
    public static List<Row> rows(LocalDate utcDate) {
        List<Row> rows = new ArrayList<>();
        for (MarketCalendar calendar : MarketCalendar.values()) {
            for (TradingSession session : calendar.sessions(utcDate)) {
                rows.add(row(
                        utcDate,
                        calendar,
                        session.kind().label(),
                        session.from(),
                        session.to(),
                        note(calendar, session)));
            }
        }
        Optional<String> closure = NewYorkExchange.closure(utcDate);
        if (closure.isPresent()) {
            Instant midnight = utcDate.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            Instant close = MarketCalendar.at(utcDate, LocalTime.of(20, 0));
            rows.add(row(
                    utcDate,
                    MarketCalendar.US_EQUITIES,
                    CLOSED,
                    MarketCalendar.at(utcDate, LocalTime.of(4, 0)),
                    close.isAfter(midnight) ? midnight : close,
                    closure.get()));
        }
        rows.sort(Comparator.<Row, String>comparing(row -> row.getString(1))
                .thenComparing(row -> row.getString(2))
                .thenComparing(row -> row.getTimestamp(3)));
        return rows;
    }

    private static @Nullable String note(MarketCalendar calendar, TradingSession session) {
        if (calendar != MarketCalendar.US_EQUITIES) {
            return null;
        }
        LocalDate newYorkDate = session.from().atZone(MarketCalendar.NEW_YORK).toLocalDate();
        return NewYorkExchange.halfDay(newYorkDate).orElse(null);
    }

    private static Row row(
            LocalDate date, MarketCalendar calendar, String session, Instant from, Instant to, @Nullable String note) {
        return RowFactory.create(
                Date.valueOf(date), calendar.label(), session, Timestamp.from(from), Timestamp.from(to), note);
    }
}
