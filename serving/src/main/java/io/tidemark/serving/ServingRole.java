package io.tidemark.serving;

/** A role that migrations make, which may do no more than its program needs. */
public enum ServingRole {
    /** Fills the stage of schema {@code batch} and publishes through its functions. */
    BATCH_WRITER("batch_writer"),
    /** Writes live rows of schema {@code speed}. */
    SPEED_WRITER("speed_writer"),
    /** Reads schema {@code serving} and nothing else. */
    DASHBOARD_READER("dashboard_reader");

    private final String roleName;

    ServingRole(String roleName) {
        this.roleName = roleName;
    }

    /** Name in the database. */
    public String roleName() {
        return roleName;
    }
}
