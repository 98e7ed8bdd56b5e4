package io.tidemark.speed;

import io.tidemark.contracts.topic.Topics;
import io.tidemark.newsanalysis.link.CompanyDirectory;
import io.tidemark.newsanalysis.link.CompanyFileException;
import io.tidemark.newsanalysis.sentiment.Lexicon;
import io.tidemark.newsanalysis.sentiment.LexiconFileException;
import io.tidemark.speed.news.NewsRules;
import io.tidemark.speed.news.buzz.BurstRule;
import io.tidemark.speed.news.terms.TermRule;
import io.tidemark.speed.news.window.NewsWindowTiming;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The part of the command line that is about news. */
final class NewsArguments {
    @Option(
            names = "--news.enabled",
            paramLabel = "BOOL",
            arity = "1",
            description = "Whether news is processed. Default: true. [NEWS_ENABLED]")
    boolean enabled = true;

    @Option(
            names = "--kafka.topic.news",
            paramLabel = "TOPIC",
            description = "Where news comes from; it may be made later. Default: ${DEFAULT-VALUE}. [KAFKA_TOPIC_NEWS]")
    String topic = Topics.NEWS;

    @Option(
            names = "--news.companies",
            paramLabel = "FILE",
            description = "Companies to link stories to, beside those that come with the job: CSV"
                    + " symbol,name,aliases,words,kind. [NEWS_COMPANIES]")
    @Nullable Path companies;

    @Option(
            names = "--news.lexicon",
            paramLabel = "FILE",
            description = "Words with their sentiment, beside those that come with the job: word TAB what it"
                    + " says, see Lexicon. [NEWS_LEXICON]")
    @Nullable Path lexicon;

    @Option(
            names = "--news.max-ahead",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "A publication further ahead of its receipt counts as published at receipt; a receipt further"
                    + " ahead of the clock is refused. Default: 1m. [NEWS_MAX_AHEAD]")
    Duration maxAhead = Duration.ofMinutes(1);

    @Option(
            names = "--news.out-of-orderness",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "By how much a story may come after one that was received later. Default: 30s."
                    + " [NEWS_OUT_OF_ORDERNESS]")
    Duration outOfOrderness = Duration.ofSeconds(30);

    @Option(
            names = "--news.idleness",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "A partition silent for so long no longer holds the others back. Default: 15s."
                    + " [NEWS_IDLENESS]")
    Duration idleness = Duration.ofSeconds(15);

    @Option(
            names = "--news.allowed-lateness",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "Stories received longer after their publication are kept and not counted. Default: 24h."
                    + " [NEWS_ALLOWED_LATENESS]")
    Duration allowedLateness = Duration.ofHours(24);

    @Option(
            names = "--news.remember",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "A story that comes again is known for so long after its receipt; longer than the allowed"
                    + " lateness by an hour and more. Default: 96h. [NEWS_REMEMBER]")
    Duration remember = Duration.ofDays(4);

    @Option(
            names = "--news.emit-every",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "Counts of a symbol, category or source are written at most so often. Default: 1s."
                    + " [NEWS_EMIT_EVERY]")
    Duration emitEvery = Duration.ofSeconds(1);

    @Option(
            names = "--news.quiet-after",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "A window that is over is closed after so long without news of its symbol, category or"
                    + " source, whatever the watermark says. Default: 30s. [NEWS_QUIET_AFTER]")
    Duration quietAfter = Duration.ofSeconds(30);

    @Option(
            names = "--news.terms.top",
            paramLabel = "N",
            description = "Trending terms that are written for an hour. Default: ${DEFAULT-VALUE}. [NEWS_TERMS_TOP]")
    int top = 50;

    @Option(
            names = "--news.terms.min-items",
            paramLabel = "N",
            description =
                    "Stories that a trending term must be in. Default: ${DEFAULT-VALUE}." + " [NEWS_TERMS_MIN_ITEMS]")
    int minTermItems = 3;

    @Option(
            names = "--news.terms.half-life",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "After so long an hour counts half in what terms are compared with. Default: 24h."
                    + " [NEWS_TERMS_HALF_LIFE]")
    Duration halfLife = Duration.ofHours(24);

    @Option(
            names = "--news.terms.emit-every",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "Trending terms are ranked at most so often. Default: 10s. [NEWS_TERMS_EMIT_EVERY]")
    Duration termsEvery = Duration.ofSeconds(10);

    @Option(
            names = "--news.burst.z-score",
            paramLabel = "NUMBER",
            description = "From this z-score against the same hour of earlier weeks on, an hour's news raises an alert."
                    + " Default: ${DEFAULT-VALUE}. [NEWS_BURST_Z_SCORE]")
    double burstZScore = 3;

    @Option(
            names = "--news.burst.times",
            paramLabel = "NUMBER",
            description = "The same with fewer than 3 earlier weeks: from so many times the symbol's mean stories an"
                    + " hour on. Default: ${DEFAULT-VALUE}. [NEWS_BURST_TIMES]")
    double burstTimes = 5;

    @Option(
            names = "--news.burst.min-items",
            paramLabel = "N",
            description = "Fewer stories an hour raise no alert. Default: ${DEFAULT-VALUE}. [NEWS_BURST_MIN_ITEMS]")
    int burstMinItems = 5;

    /** The settings that these arguments make; adds what is wrong with them. */
    NewsSettings settings(Duration batchFor, List<String> problems) {
        check(problems);
        return new NewsSettings(
                enabled,
                topic,
                maxAhead,
                companies == null ? "" : companies.toString(),
                lexicon == null ? "" : lexicon.toString(),
                new NewsRules(
                        new NewsWindowTiming(emitEvery, allowedLateness, outOfOrderness, quietAfter),
                        idleness,
                        remember,
                        termsEvery,
                        batchFor,
                        new TermRule(top, minTermItems, halfLife),
                        new BurstRule(burstZScore, burstTimes, burstMinItems)));
    }

    private void check(List<String> problems) {
        if (remember.compareTo(allowedLateness.plus(maxAhead).plusHours(1)) < 0) {
            problems.add(
                    "news.remember must be longer than news.allowed-lateness by an hour and news.max-ahead: stories"
                            + " would count twice");
        }
        if (top < 1 || minTermItems < 1 || burstMinItems < 1) {
            problems.add("news.terms.top, news.terms.min-items and news.burst.min-items must be 1 or more");
        }
        if (halfLife.isZero()) {
            problems.add("news.terms.half-life must be longer than nothing");
        }
        if (!(burstZScore > 0 && burstTimes > 0)) {
            problems.add("news.burst.z-score and news.burst.times must be greater than 0");
        }
        if (!enabled) {
            return;
        }
        try {
            if (companies != null) {
                CompanyDirectory.bundled().with(companies);
            }
            if (lexicon != null) {
                Lexicon.bundled().with(lexicon);
            }
        } catch (CompanyFileException | LexiconFileException e) {
            problems.add((e instanceof LexiconFileException ? "news.lexicon: " : "news.companies: ") + e.getMessage());
        }
    }
}
