package io.tidemark.landing.verify;

import io.tidemark.contracts.landing.LandingLayout;
import io.tidemark.contracts.topic.Topics;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.KafkaException;

/** The subcommand {@code verify}. */
public final class VerifyCommand {
    /** Each offset is landed exactly once. */
    static final int PROVEN = 0;
    /** It is not, or it could not be proven. */
    static final int NOT_PROVEN = 1;
    /** The command line is wrong. */
    static final int WRONG_USE = 2;

    private static final String USAGE = """
            verify DIR [--json] [--datasets=trades,news] [--kafka=HOST:PORT[,...]] [--topic=NAME] [--news-topic=NAME]

            Proves the trades and the news of a landing directory: the manifests of each partition follow each other,
            the files are as long and have the checksums that the manifests say, their rows can be read and hold every
            offset exactly once together with the quarantine, and no other file is visible. Prints the totals of the
            trades per symbol and hour, of the news per feed and date. Reads everything and changes nothing; a consumer
            may be at work.

              DIR           landing directory, for example finnhub-data
              --json        prints one JSON object
              --datasets    what must have landed; default: the trades must, the news are proven if they are there
              --kafka       also compares topic ids and end offsets with these brokers
              --topic       topic of the trades to compare with, default %s
              --news-topic  topic of the news, default %s

            Exit code 0 when proven, 1 with every problem listed, 2 when the command is wrong.
            """.formatted(Topics.TRADES, Topics.NEWS);

    private VerifyCommand() {}

    /** Runs the command and returns the exit code. */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (Arrays.asList(arguments).contains("--help")) {
            out.print(USAGE);
            return PROVEN;
        }
        try {
            return prove(VerifyOptions.parse(arguments), out, err);
        } catch (VerifyOptions.WrongUseException e) {
            err.println("verify: " + e.getMessage());
            err.println(USAGE);
            return WRONG_USE;
        }
    }

    private static int prove(VerifyOptions options, PrintStream out, PrintStream err) {
        try {
            VerifyReport report = report(options);
            if (options.json()) {
                out.println(ReportJson.of(report));
            } else {
                ReportText.print(report, out);
            }
            return report.proven() ? PROVEN : NOT_PROVEN;
        } catch (IOException e) {
            err.println("verify: " + options.directory() + " cannot be read: " + e);
        } catch (KafkaException e) {
            err.println("verify: Kafka does not answer: " + e.getMessage());
        }
        return NOT_PROVEN;
    }

    private static VerifyReport report(VerifyOptions options) throws IOException {
        boolean all = options.datasets().isEmpty();
        List<DatasetReport> reports = new ArrayList<>();
        if (all || options.proves(LandingLayout.TRADES)) {
            var trades = new LandingProof(LandingLayout.trades(options.directory()), new TradeForm(), false);
            reports.add(trades.prove(options.kafka(), options.topic()));
        }
        LandingLayout newsLayout = LandingLayout.news(options.directory());
        if (options.proves(LandingLayout.NEWS) || (all && Files.isDirectory(newsLayout.root()))) {
            // Where nobody publishes news there is a directory at most.
            var news = new LandingProof(newsLayout, new NewsForm(), all);
            reports.add(news.prove(options.kafka(), options.newsTopic()));
        }
        return new VerifyReport(reports);
    }
}
