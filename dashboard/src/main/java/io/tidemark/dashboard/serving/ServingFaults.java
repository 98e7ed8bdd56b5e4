package io.tidemark.dashboard.serving;

import io.tidemark.dashboard.feed.ServingFault;
import io.tidemark.dashboard.feed.ServingFault.Kind;
import java.sql.SQLException;
import java.util.Objects;

/** Tells from a database's error what a person has to look after. */
final class ServingFaults {

    private ServingFaults() {}

    static ServingFault of(Throwable error) {
        SQLException deepest = null;
        Throwable root = error;
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                deepest = sql;
            }
            root = cause;
        }
        Throwable telling = deepest == null ? root : deepest;
        String state = deepest == null ? "" : Objects.requireNonNullElse(deepest.getSQLState(), "");
        return new ServingFault(kindOf(state), firstSentence(telling));
    }

    private static Kind kindOf(String state) {
        return switch (state) {
            // No such schema, table, function or database.
            case "3F000", "42P01", "42883", "3D000" -> Kind.NOT_MIGRATED;
            case "28000", "28P01", "42501" -> Kind.REFUSED;
            case "57014" -> Kind.SLOW;
            // Shutting down, starting up, and every error of the connection itself.
            case "57P01", "57P02", "57P03", "53300" -> Kind.UNREACHABLE;
            default -> state.startsWith("08") || state.isEmpty() ? Kind.UNREACHABLE : Kind.FAILED;
        };
    }

    /** The driver's advice that follows is for the person who set it up, and stands in its documentation. */
    private static String firstSentence(Throwable error) {
        String message =
                Objects.requireNonNullElse(error.getMessage(), error.getClass().getSimpleName());
        String line = message.lines().findFirst().orElse("").strip();
        int end = line.indexOf(". ");
        return (end < 0 ? line : line.substring(0, end)).replaceFirst("\\.$", "");
    }
}
