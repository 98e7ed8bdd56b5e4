package io.tidemark.servicekit.service;

/** A running part of a process, started once and stopped once. */
public interface Service {

    /**
     * Begins to work and returns; what goes on in the background reports its end to {@link FatalErrors}.
     *
     * @throws Exception when it cannot begin; the process then ends with exit code 1 and this message
     */
    void start() throws Exception;

    /**
     * Finishes what was begun and frees everything. Called once, also after a {@link #start} that failed, and abandoned
     * after {@code stop.timeout}.
     *
     * @throws Exception when something could not be finished
     */
    void stop() throws Exception;
}
