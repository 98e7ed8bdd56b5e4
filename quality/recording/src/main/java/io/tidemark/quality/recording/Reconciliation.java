package io.tidemark.quality.recording;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What publications found when they compared their minutes with the speed layer's.
 *
 * @param equal minutes that are the same in both
 * @param different minutes that are in both with other figures
 * @param onlyBatch minutes that the speed layer lacks
 * @param onlySpeed minutes that the batch lacks
 * @param unseen minutes of the batch before the speed layer's first and after its last: not compared
 */
record Reconciliation(long equal, long different, long onlyBatch, long onlySpeed, long unseen) {
    private static final String SQL = "SELECT coalesce(sum(equal), 0), coalesce(sum(different), 0),"
            + " coalesce(sum(only_batch), 0), coalesce(sum(only_speed), 0), coalesce(sum(unseen), 0) FROM serving.reconciliation";

    static Reconciliation of(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(SQL)) {
            row.next();
            return new Reconciliation(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
        }
    }

    /** Whether every minute was compared and nothing differs. */
    boolean allEqual() {
        return equal > 0 && different == 0 && onlyBatch == 0 && onlySpeed == 0 && unseen == 0;
    }
}
