package io.tidemark.landing.verify;

import java.util.List;

/**
 * What was found in a landing directory.
 *
 * @param datasets that were looked at, the trades first
 */
record VerifyReport(List<DatasetReport> datasets) {

    boolean proven() {
        return datasets.stream().allMatch(DatasetReport::proven);
    }

    /** Everything that is wrong with any of them. */
    List<String> problems() {
        return datasets.stream().flatMap(dataset -> dataset.problems().stream()).toList();
    }
}
