package io.tidemark.batch.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.tidemark.batch.bars.Interval;
import io.tidemark.batch.parse.FilesRead;
import io.tidemark.batch.publish.Reconciliation;
import io.tidemark.batch.publish.RunTotals;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A report for programs. */
public final class ReportJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private ReportJson() {}

    /** Writes the report to a file, in one step: a reader never sees half of it. */
    public static void write(BatchReport report, Path file) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try (Writer writer = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8);
                JsonGenerator json = FACTORY.createGenerator(writer).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("conditions", report.conditions());
            seconds(json, report.elapsed());
            json.writeNumberField("quarantined", report.quarantined());
            json.writeObjectFieldStart("totals");
            figures(json, report);
            json.writeEndObject();
            json.writeArrayFieldStart("dates");
            for (DateReport date : report.dates()) {
                date(json, date);
            }
            json.writeEndArray();
            dates(json, "unchanged", report.plan().unchanged());
            dates(json, "absent", report.plan().absent());
            json.writeEndObject();
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void figures(JsonGenerator json, BatchReport report) throws IOException {
        json.writeNumberField("datesPublished", report.published().size());
        json.writeNumberField("datesFailed", report.failed().size());
        json.writeNumberField("files", report.total(RunTotals::files));
        json.writeNumberField("bytes", report.total(RunTotals::bytes));
        json.writeNumberField("rowsRead", report.total(RunTotals::rowsRead));
        json.writeNumberField("rowsCounted", report.total(RunTotals::rowsCounted));
        json.writeNumberField("priceUpdates", report.total(RunTotals::priceUpdates));
        json.writeNumberField("rowsExcluded", report.total(RunTotals::rowsExcluded));
        json.writeNumberField("bars", report.total(RunTotals::allBars));
    }

    private static void date(JsonGenerator json, DateReport report) throws IOException {
        json.writeStartObject();
        json.writeStringField("date", report.date().toString());
        if (report instanceof DateReport.Published published) {
            json.writeStringField("state", "published");
            json.writeNumberField("runId", published.runId());
            seconds(json, published.elapsed());
            json.writeStringField("coveredUntil", published.coveredUntil().toString());
            totals(json, published.totals());
            filesRead(json, published.filesRead());
            Optional<Reconciliation> found = published.reconciliation();
            if (found.isPresent()) {
                reconciliation(json, found.get());
            } else {
                json.writeNullField("reconciliation");
            }
        } else if (report instanceof DateReport.Failed failed) {
            json.writeStringField("state", "failed");
            seconds(json, failed.elapsed());
            json.writeStringField("message", failed.message());
        }
        json.writeEndObject();
    }

    private static void totals(JsonGenerator json, RunTotals totals) throws IOException {
        json.writeNumberField("files", totals.files());
        json.writeNumberField("bytes", totals.bytes());
        json.writeNumberField("rowsRead", totals.rowsRead());
        json.writeNumberField("rowsCounted", totals.rowsCounted());
        json.writeNumberField("priceUpdates", totals.priceUpdates());
        json.writeNumberField("rowsExcluded", totals.rowsExcluded());
        json.writeObjectFieldStart("bars");
        for (Interval interval : Interval.values()) {
            json.writeNumberField(interval.label(), totals.bars().getOrDefault(interval, 0L));
        }
        json.writeEndObject();
    }

    private static void filesRead(JsonGenerator json, FilesRead read) throws IOException {
        json.writeObjectFieldStart("filesRead");
        json.writeNumberField("csvFiles", read.csv().size());
        json.writeNumberField("csvBytes", read.csvBytes());
        json.writeNumberField("compactedFiles", read.compacted().size());
        json.writeNumberField("parquetFiles", read.parquet().size());
        json.writeNumberField("parquetBytes", read.parquetBytes());
        names(json, "csv", read.csv());
        names(json, "parquet", read.parquet());
        json.writeEndObject();
    }

    private static void reconciliation(JsonGenerator json, Reconciliation found) throws IOException {
        json.writeObjectFieldStart("reconciliation");
        json.writeNumberField("equal", found.equal());
        json.writeNumberField("different", found.different());
        json.writeNumberField("onlyBatch", found.onlyBatch());
        json.writeNumberField("onlySpeed", found.onlySpeed());
        json.writeNumberField("unseen", found.unseen());
        json.writeNumberField("withLateTrades", found.withLateTrades());
        json.writeNumberField("largestDifferenceBasisPoints", found.largestDifference());
        json.writeEndObject();
    }

    private static void seconds(JsonGenerator json, Duration elapsed) throws IOException {
        json.writeNumberField("seconds", elapsed.toMillis() / 1e3);
    }

    private static void dates(JsonGenerator json, String name, List<LocalDate> dates) throws IOException {
        names(json, name, dates.stream().map(LocalDate::toString).toList());
    }

    private static void names(JsonGenerator json, String name, List<String> names) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : names) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
