package io.tidemark.landing.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.tidemark.contracts.landing.LandingLayout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.DoubleSummaryStatistics;

/**
 * A {@link VerifyReport} for programs: one JSON object. {@code proven} and {@code problems} are of all datasets; the other
 * fields are of the trades, which came first, and every further dataset has an object of its own under its name.
 */
final class ReportJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private ReportJson() {}

    static String of(VerifyReport report) {
        var bytes = new ByteArrayOutputStream(4096);
        try (JsonGenerator json = FACTORY.createGenerator(bytes).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeBooleanField("proven", report.proven());
            for (DatasetReport dataset : report.datasets()) {
                if (dataset.dataset().equals(LandingLayout.TRADES)) {
                    writeContent(json, dataset);
                } else {
                    json.writeObjectFieldStart(dataset.dataset());
                    json.writeBooleanField("proven", dataset.proven());
                    writeContent(json, dataset);
                    writeStrings(json, "problems", dataset.problems());
                    json.writeEndObject();
                }
            }
            writeStrings(json, "problems", report.problems());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void writeContent(JsonGenerator json, DatasetReport report) throws IOException {
        json.writeStringField("directory", report.directory());
        json.writeNumberField("segments", report.sum(PartitionSummary::segments));
        json.writeNumberField("rows", report.sum(PartitionSummary::rows));
        json.writeNumberField("quarantined", report.sum(PartitionSummary::quarantined));
        json.writeNumberField("lost", report.sum(PartitionSummary::lost));
        if (!report.behind().isEmpty()) {
            json.writeNumberField("behind", report.totalBehind());
        }
        writePartitions(json, report);
        writeTotals(json, report);
        writeStrings(json, "temporary", report.temporary());
    }

    private static void writePartitions(JsonGenerator json, DatasetReport report) throws IOException {
        json.writeArrayFieldStart("partitions");
        for (PartitionSummary partition : report.partitions().values()) {
            json.writeStartObject();
            json.writeNumberField("partition", partition.partition());
            json.writeStringField("topicId", partition.topicId());
            json.writeNumberField("segments", partition.segments());
            json.writeNumberField("start", partition.start());
            json.writeNumberField("end", partition.end());
            json.writeNumberField("rows", partition.rows());
            json.writeNumberField("quarantined", partition.quarantined());
            json.writeNumberField("lost", partition.lost());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeTotals(JsonGenerator json, DatasetReport report) throws IOException {
        RowForm.Labels labels = report.labels();
        json.writeArrayFieldStart("totals");
        for (var total : report.totals().entries()) {
            RowTotals.Key key = total.getKey();
            DoubleSummaryStatistics sums = total.getValue();
            json.writeStartObject();
            json.writeStringField(labels.name(), key.name());
            json.writeStringField(labels.period(), key.period());
            json.writeNumberField("rows", sums.getCount());
            json.writeFieldName(labels.amount());
            json.writeNumber(ReportText.plain(sums.getSum()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeStrings(JsonGenerator json, String name, Iterable<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
