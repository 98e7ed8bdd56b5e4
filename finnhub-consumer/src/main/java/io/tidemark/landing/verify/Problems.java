package io.tidemark.landing.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a directory; a file that is wrong in every row does not bury the others. */
final class Problems {
    private static final int SHOWN_PER_PLACE = 20;

    private final List<String> found = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /**
     * Notes a problem.
     *
     * @param place file or partition
     * @param problem in words
     */
    void add(String place, String problem) {
        int count = counts.merge(place, 1, Integer::sum);
        if (count <= SHOWN_PER_PLACE) {
            found.add(place + ": " + problem);
        }
    }

    /** Everything found, in its order; places with very many say how many more there are. */
    List<String> list() {
        List<String> all = new ArrayList<>(found);
        counts.forEach((place, count) -> {
            if (count > SHOWN_PER_PLACE) {
                all.add(place + ": and " + (count - SHOWN_PER_PLACE) + " more");
            }
        });
        return all;
    }
}
