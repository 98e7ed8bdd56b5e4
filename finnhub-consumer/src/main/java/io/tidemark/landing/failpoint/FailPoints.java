package io.tidemark.landing.failpoint;

import java.io.IOException;

/** Told of every step; does nothing unless a test armed it. */
@FunctionalInterface
public interface FailPoints {

    /** What production runs with. */
    FailPoints NONE = point -> {};

    /** System property that arms a point, see {@link ArmedFailPoint#parse}. */
    String PROPERTY = "tidemark.failpoint";

    /**
     * Called when a step is reached.
     *
     * @throws IOException when a test wants this step to fail as a broken disk would
     */
    void reach(FailPoint point) throws IOException;

    /**
     * What {@link #PROPERTY} asks for, {@link #NONE} when it is not set.
     *
     * @throws IllegalArgumentException when it names no point or no action
     */
    static FailPoints fromSystemProperty() {
        String specification = System.getProperty(PROPERTY);
        return specification == null ? NONE : ArmedFailPoint.parse(specification);
    }
}
