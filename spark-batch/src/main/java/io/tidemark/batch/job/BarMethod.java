package io.tidemark.batch.job;

import io.tidemark.batch.quality.QualityLimits;
import io.tidemark.contracts.conditions.SaleConditionRules;
import java.io.Serializable;
import java.time.Duration;

/**
 * All that decides how trades become results, beside the trades.
 *
 * @param rules which part of a bar a trade may update
 * @param lateAfter a trade that is received longer than this after the end of its minute is late
 * @param limits by which the data's quality is judged
 */
public record BarMethod(SaleConditionRules rules, Duration lateAfter, QualityLimits limits) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** To be raised when the same input gives other results than before, or other results are made of it. */
    private static final int VERSION = 2;

    /** The method as a text that differs when results would. */
    public String text() {
        return "results " + VERSION + "; late after " + lateAfter + "; conditions " + rules.fingerprint() + "; limits "
                + limits.text();
    }
}
