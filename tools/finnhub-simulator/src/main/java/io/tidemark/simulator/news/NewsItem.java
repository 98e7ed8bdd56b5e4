package io.tidemark.simulator.news;

/**
 * One article as Finnhub lists it.
 *
 * @param id grows with the time of availability, over restarts too
 * @param availableAt when the API begins to list it, epoch ms
 * @param publishedAt its own {@code datetime}, epoch s; minutes to hours before it is available
 * @param desk which of the API's lists it appears in
 * @param symbol the company whose list it appears in, empty for none
 * @param category the {@code category} that the API reports
 * @param related the {@code related} that the API reports, often empty
 * @param source name of the publisher
 * @param headline its title
 * @param summary a sentence or two
 * @param url where it stands
 * @param logReturn how far it moves the price of its symbol, mostly 0
 */
public record NewsItem(
        long id,
        long availableAt,
        long publishedAt,
        Desk desk,
        String symbol,
        String category,
        String related,
        String source,
        String headline,
        String summary,
        String url,
        double logReturn) {}
