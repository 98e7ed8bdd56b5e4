package io.tidemark.servicekit.service;

import org.jspecify.annotations.Nullable;

/** Takes failures after which a service cannot go on: it is stopped and the process ends with exit code 1. */
@FunctionalInterface
public interface FatalErrors {

    /**
     * Returns at once; only the first report counts. Safe to call from any thread.
     *
     * @param message what happened and what to do, for people
     */
    void report(String message, @Nullable Throwable cause);
}
