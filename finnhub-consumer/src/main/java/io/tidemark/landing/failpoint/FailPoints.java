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
     * What {@link #PROPERTY} asks for, {@link #NONE} when it is not set. {@code news/before-rename} arms the point for the
     * news only; without a dataset before it, it is armed for each, and each counts by itself.
     *
     * @param dataset whose steps will be told
     * @throws IllegalArgumentException when it names no point or no action
     */
    static FailPoints fromSystemProperty(String dataset) {
        String specification = System.getProperty(PROPERTY);
        if (specification == null) {
            return NONE;
        }
        int slash = specification.indexOf('/');
        ArmedFailPoint armed = ArmedFailPoint.parse(specification.substring(slash + 1));
        return slash < 0 || specification.substring(0, slash).equals(dataset) ? armed : NONE;
    }
}
