package io.tidemark.ingest.publish;

/** The service is stopping and takes no more events; what was not taken is covered by the next start's gap record. */
public final class SinkClosedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SinkClosedException() {
        super("stopping: no more events are taken");
    }
}
