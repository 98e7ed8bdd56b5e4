package io.tidemark.simulator;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with the options, so that all of it can be said at once. */
final class OptionChecks {

    private final List<String> problems = new ArrayList<>();

    void require(boolean met, String requirement) {
        if (!met) {
            problems.add(requirement);
        }
    }

    List<String> problems() {
        return List.copyOf(problems);
    }
}
