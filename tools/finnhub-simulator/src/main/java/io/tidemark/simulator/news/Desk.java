package io.tidemark.simulator.news;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The lists of the news API: four of {@code /news}, and {@code /company-news}. */
public enum Desk {
    GENERAL("general", 200),
    FOREX("forex", 40),
    CRYPTO("crypto", 60),
    MERGER("merger", 30),
    COMPANY("company", 0);

    private final String parameter;
    private final double storiesPerDay;

    Desk(String parameter, double storiesPerDay) {
        this.parameter = parameter;
        this.storiesPerDay = storiesPerDay;
    }

    /** The desk that {@code /news?category=} names; companies are not asked for this way. */
    public static Optional<Desk> ofParameter(String category) {
        return Arrays.stream(values())
                .filter(desk -> desk != COMPANY && desk.parameter.equals(category))
                .findFirst();
    }

    /** Stories a day that belong to no company's list. */
    double storiesPerDay() {
        return storiesPerDay;
    }

    /** Values of {@code category} that its items come back with. */
    List<String> categories() {
        return switch (this) {
            case GENERAL -> List.of("top news", "business", "technology");
            case MERGER -> List.of("merger", "business");
            case FOREX, CRYPTO, COMPANY -> List.of(parameter);
        };
    }
}
