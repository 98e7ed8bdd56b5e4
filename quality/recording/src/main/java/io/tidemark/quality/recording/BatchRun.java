package io.tidemark.quality.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidemark.quickstart.process.PartFailed;
import io.tidemark.quickstart.stack.Stack;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What a batch run says it did.
 *
 * @param rowsRead of the landed files
 * @param rowsCounted rows that entered bars
 */
record BatchRun(long rowsRead, long rowsCounted) {

    /**
     * Runs the batch over all dirty dates.
     *
     * @throws PartFailed when it fails
     */
    static BatchRun over(Stack stack, PrintStream out) throws PartFailed, IOException, InterruptedException {
        long begin = System.nanoTime();
        Path summary = stack.options().directory().resolve("batch-summary.json");
        if (stack.runBatch(List.of("--dirty", "--summary-json=" + summary)) != 0) {
            throw new PartFailed(
                    "The batch run failed: see " + stack.options().logs().resolve("spark-batch.log"));
        }
        JsonNode totals =
                new ObjectMapper().readTree(Files.readAllBytes(summary)).path("totals");
        var run = new BatchRun(
                totals.path("rowsRead").asLong(), totals.path("rowsCounted").asLong());
        out.println(String.format(
                Locale.ROOT,
                "  %,9d counted by the batch run, %.1f s",
                run.rowsCounted(),
                (System.nanoTime() - begin) / 1e9));
        return run;
    }
}
