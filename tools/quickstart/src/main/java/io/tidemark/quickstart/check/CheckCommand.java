package io.tidemark.quickstart.check;

import io.tidemark.quickstart.demo.BatchLoop;
import io.tidemark.quickstart.demo.DemoOptions;
import io.tidemark.quickstart.demo.DemoStart;
import io.tidemark.quickstart.process.ChildProcess;
import io.tidemark.quickstart.process.PartFailed;
import io.tidemark.quickstart.stack.Ports;
import io.tidemark.quickstart.stack.Stack;
import io.tidemark.quickstart.stack.StackOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code check}: the demo on free ports, looked at in a browser, and stopped again. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Starts the demo on free ports, waits for bars of both layers, news and a drawn chart, stops it: exit code 0 or 1.")
public final class CheckCommand implements Callable<Integer> {
    private static final int LOOK_EVERY_MS = 500;

    @Mixin
    private DemoOptions demo = new DemoOptions();

    @Option(
            names = "--chromium",
            paramLabel = "FILE",
            defaultValue = "${CHROMIUM:-/usr/bin/chromium}",
            description = "The browser (default: environment variable CHROMIUM, or /usr/bin/chromium).")
    private Path chromium = Path.of("/usr/bin/chromium");

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "240",
            description = "How long to wait for bars of both layers and for news (default: ${DEFAULT-VALUE}).")
    private int patience = 240;

    @Override
    public Integer call() throws IOException, InterruptedException, PartFailed {
        PrintStream out = System.out;
        long begin = System.nanoTime();
        StackOptions options = demo.stack(Ports.free());
        try (Stack stack = new Stack(options, out);
                BatchLoop batches = new BatchLoop(stack, demo.batchPeriod(), out)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, batches), "stop-check"));
            out.println("Starting Tidemark in " + options.directory());
            DemoStart.start(stack, batches);
            Served first = await(stack, begin, "No bars are served", served -> served.bars() > 0);
            out.println(String.format(
                    Locale.ROOT,
                    "first bars served after %.1f s: %d bars of %d symbols, %d trades",
                    secondsSince(begin),
                    first.bars(),
                    first.symbols(),
                    first.trades()));
            Served whole = await(stack, begin, "Not all layers serve something", Served::everything);
            out.println(String.format(
                    Locale.ROOT,
                    "both layers after %.1f s: %d bars settled, %d live, %d news stories, %d of them about a symbol",
                    secondsSince(begin),
                    whole.settled(),
                    whole.live(),
                    whole.stories(),
                    whole.linked()));
            Path screenshot = options.directory().resolve("dashboard.png");
            PageCheck.Seen seen = new PageCheck(chromium, Duration.ofSeconds(60))
                    .look("http://127.0.0.1:" + options.ports().dashboard() + "/", screenshot);
            out.println(String.format(
                    Locale.ROOT,
                    "page after %.1f s: \"%s\" shows %d candles, %d symbols and %d stories (%s)",
                    secondsSince(begin),
                    seen.title(),
                    seen.bars(),
                    seen.rows(),
                    seen.news(),
                    screenshot));
        }
        out.println("demo-check: ok, all parts stopped");
        return 0;
    }

    private Served await(Stack stack, long begin, String otherwise, Predicate<Served> enough)
            throws PartFailed, InterruptedException {
        Served served = Served.now(stack);
        while (!enough.test(served)) {
            Optional<ChildProcess> fallen = stack.fallen();
            if (fallen.isPresent() && !fallen.get().command().name().equals("spark-batch")) {
                throw fallen.get().failure();
            }
            if (secondsSince(begin) > patience) {
                throw new PartFailed(otherwise + " after " + patience + " s: " + served + "; the logs are in "
                        + stack.options().logs());
            }
            Thread.sleep(LOOK_EVERY_MS);
            served = Served.now(stack);
        }
        return served;
    }

    private static void stop(Stack stack, BatchLoop batches) {
        batches.close();
        stack.close();
    }

    private static double secondsSince(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
