package io.tidemark.servicekit.service;

import java.util.concurrent.ExecutionException;

/** The message of a failure in one line. */
final class RootMessage {
    private RootMessage() {}

    /** The outermost message that says something: wrappers of other threads' failures are skipped. */
    static String of(Throwable failure) {
        Throwable telling = failure;
        Throwable cause = telling.getCause();
        while (cause != null && (telling instanceof ExecutionException || telling.getMessage() == null)) {
            telling = cause;
            cause = telling.getCause();
        }
        String message = telling.getMessage();
        String text = message == null || message.isBlank() ? telling.getClass().getSimpleName() : message;
        // A message of few words, "null" or "x: not found", says nothing without the kind of failure.
        return (text.contains(" ") ? text : telling.getClass().getSimpleName() + ": " + text)
                .replaceAll("\\s*\\R\\s*", " ");
    }
}
