package io.tidemark.dashboard.feed;

/** The serving layer could not be read. */
public final class ServingUnavailableException extends RuntimeException {
    private final transient ServingFault fault;

    public ServingUnavailableException(ServingFault fault, Throwable cause) {
        super(fault.detail(), cause);
        this.fault = fault;
    }

    /** What to tell people. */
    public ServingFault fault() {
        return fault;
    }
}
