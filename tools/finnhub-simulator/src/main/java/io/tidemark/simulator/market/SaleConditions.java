package io.tidemark.simulator.market;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Sale conditions of simulated trades, by Finnhub's codes. */
final class SaleConditions {

    static final List<String> OPENING_PRINT = List.of("1", "19");
    static final List<String> OFFICIAL_OPEN = List.of("20");
    static final List<String> CLOSING_PRINT = List.of("1", "36");
    static final List<String> OFFICIAL_CLOSE = List.of("16");

    private static final String REGULAR = "1";
    private static final String AVERAGE_PRICE = "3";
    private static final String INTERMARKET_SWEEP = "8";
    private static final String ODD_LOT = "12";
    private static final String FORM_T = "24";
    private static final String OUT_OF_SEQUENCE = "30";
    private static final String DERIVATIVELY_PRICED = "32";
    private static final int ROUND_LOT = 100;

    private final SplittableRandom random;

    SaleConditions(SplittableRandom random) {
        this.random = random;
    }

    /** Codes of an ordinary trade; some trades have none. */
    List<String> of(int shares, boolean extendedHours) {
        List<String> codes = new ArrayList<>(3);
        double kind = random.nextDouble();
        if (kind < 0.55) {
            codes.add(REGULAR);
        } else if (kind < 0.85) {
            codes.add(INTERMARKET_SWEEP);
        } else if (kind < 0.8515) {
            codes.add(DERIVATIVELY_PRICED);
        } else if (kind < 0.8525) {
            codes.add(AVERAGE_PRICE);
        } else if (kind < 0.8530) {
            codes.add(OUT_OF_SEQUENCE);
        }
        if (shares < ROUND_LOT) {
            codes.add(ODD_LOT);
        }
        if (extendedHours) {
            codes.add(FORM_T);
        }
        return List.copyOf(codes);
    }
}
