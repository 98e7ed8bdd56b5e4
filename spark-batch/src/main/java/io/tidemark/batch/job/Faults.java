package io.tidemark.batch.job;

import io.tidemark.batch.landing.LandingException;
import io.tidemark.batch.parse.MalformedRowException;
import java.io.IOException;
import java.sql.SQLException;

/** Finds what a person wants to know in Spark's layers of exceptions. */
final class Faults {
    private Faults() {}

    /** The message of what went wrong at the bottom, if it is of a kind that we know, or else of the innermost cause. */
    static String message(Throwable failure) {
        Throwable cause = cause(failure);
        String message = cause.getMessage();
        return isKnown(cause) && message != null ? message : cause.toString();
    }

    /** Whether the message says it all, so that nobody needs a stack trace. */
    static boolean isExpected(Throwable failure) {
        return isKnown(cause(failure));
    }

    private static Throwable cause(Throwable failure) {
        Throwable at = failure;
        while (!isKnown(at) && at.getCause() != null && at.getCause() != at) {
            at = at.getCause();
        }
        return at;
    }

    private static boolean isKnown(Throwable failure) {
        return failure instanceof MalformedRowException
                || failure instanceof LandingException
                || failure instanceof SQLException
                || failure instanceof IOException;
    }
}
