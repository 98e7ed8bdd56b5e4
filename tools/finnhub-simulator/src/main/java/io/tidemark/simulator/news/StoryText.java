package io.tidemark.simulator.news;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Words of a made-up story. The tone of stories about a company fits their effect on its price, so that sentiment and
 * returns have something to do with each other.
 *
 * @param headline a title
 * @param summary a sentence or two, saying that it is simulated
 */
record StoryText(String headline, String summary) {

    private static final List<String> GOOD = List.of(
            "%s beats expectations and raises its outlook for the year",
            "Upgrade for %s: analysts see strong growth in demand",
            "%s wins record order, margins improve",
            "%s announces buyback after robust quarter",
            "Shares of %s gain as new product impresses customers",
            "%s settles dispute on favorable terms",
            "Profit at %s surges past estimates");
    private static final List<String> BAD = List.of(
            "%s misses estimates and cuts its forecast",
            "Downgrade for %s as analysts warn of weak demand",
            "%s faces probe over accounting, shares fall",
            "Recall hits %s, costs feared to rise",
            "%s loses key contract to rival",
            "Layoffs at %s after disappointing quarter",
            "%s delays launch, supply problems worsen");
    private static final List<String> NEUTRAL = List.of(
            "What to watch when %s reports",
            "%s names new member of its board",
            "%s to present at investor conference",
            "A look at how %s spends on research");
    private static final List<String> BROAD = List.of(
            "Stocks drift as traders await rate decision",
            "Bond yields edge higher after auction",
            "Oil slips, dollar steady before inflation data",
            "Five charts that explain this week's rotation",
            "Why fund managers hold more cash than last year",
            "Small caps outpace large ones for a third day",
            "Retail sales surprise, consumers keep spending",
            "Chip stocks mixed as exporters weigh new rules",
            "Bitcoin swings as volumes thin out",
            "Euro firms against dollar in quiet trade",
            "Private equity circles mid-sized software makers",
            "Two lenders said to explore a merger");
    private static final List<String> ECHOES = List.of("%s", "%s - report", "UPDATE: %s", "%s, sources say");

    /** A story about a company; the sign of the effect sets its tone. */
    static StoryText about(String company, double logReturn, SplittableRandom random) {
        List<String> tone = logReturn > 0 ? GOOD : logReturn < 0 ? BAD : anyTone(random);
        return of(String.format(pick(tone, random), company));
    }

    /** A story about no company in particular. */
    static StoryText broad(SplittableRandom random) {
        return of(pick(BROAD, random));
    }

    private static List<String> anyTone(SplittableRandom random) {
        return pick(List.of(GOOD, BAD, NEUTRAL, NEUTRAL), random);
    }

    private static StoryText of(String headline) {
        return new StoryText(headline, "Simulated story, nothing of this happened. " + headline + ".");
    }

    /** The same story in another publisher's words. */
    StoryText retold(SplittableRandom random) {
        return new StoryText(String.format(pick(ECHOES, random), headline), summary);
    }

    private static <T> T pick(List<T> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }
}
