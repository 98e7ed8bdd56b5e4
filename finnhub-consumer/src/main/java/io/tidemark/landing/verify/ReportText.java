package io.tidemark.landing.verify;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** A {@link VerifyReport} for people. */
final class ReportText {
    /** A double holds about as many digits; more would be noise of the addition. */
    private static final MathContext VOLUME_DIGITS = new MathContext(15);

    private ReportText() {}

    static void print(VerifyReport report, PrintStream out) {
        String separator = "";
        for (DatasetReport dataset : report.datasets()) {
            out.print(separator);
            print(dataset, out);
            separator = System.lineSeparator();
        }
    }

    private static void print(DatasetReport report, PrintStream out) {
        out.println("landing directory " + report.directory());
        out.println();
        printPartitions(report, out);
        out.println();
        printTotals(report, out);
        out.println();
        report.temporary().forEach(file -> out.println("not committed: " + file));
        report.behind().forEach((partition, records) -> {
            if (records > 0) {
                out.println("partition " + partition + ": " + records + " records of Kafka are not landed yet");
            }
        });
        report.problems().forEach(problem -> out.println("PROBLEM " + problem));
        line(
                out,
                "%s: %d partitions, %d segments, %d rows, %d quarantined, %d lost, %d temporary files, %d problems: %s",
                report.dataset(),
                report.partitions().size(),
                report.sum(PartitionSummary::segments),
                report.sum(PartitionSummary::rows),
                report.sum(PartitionSummary::quarantined),
                report.sum(PartitionSummary::lost),
                report.temporary().size(),
                report.problems().size(),
                verdict(report));
    }

    private static String verdict(DatasetReport report) {
        if (!report.proven()) {
            return "NOT PROVEN";
        }
        return report.partitions().isEmpty() ? "nothing has landed" : "each offset is landed exactly once";
    }

    private static void printPartitions(DatasetReport report, PrintStream out) {
        line(
                out,
                "%-10s %9s %14s %14s %14s %12s %8s",
                "partition",
                "segments",
                "from",
                "to",
                "rows",
                "quarantined",
                "lost");
        for (PartitionSummary partition : report.partitions().values()) {
            line(
                    out,
                    "%-10d %9d %14d %14d %14d %12d %8d",
                    partition.partition(),
                    partition.segments(),
                    partition.start(),
                    partition.end(),
                    partition.rows(),
                    partition.quarantined(),
                    partition.lost());
        }
    }

    private static void printTotals(DatasetReport report, PrintStream out) {
        RowForm.Labels labels = report.labels();
        line(out, "%-20s %-22s %12s %20s", labels.name(), labels.period() + " (UTC)", "rows", labels.amount());
        for (var total : report.totals().entries()) {
            RowTotals.Key key = total.getKey();
            line(
                    out,
                    "%-20s %-22s %12d %20s",
                    key.name(),
                    key.period(),
                    total.getValue().getCount(),
                    plain(total.getValue().getSum()));
        }
    }

    /** A sum without the noise of the last bits. */
    static String plain(double value) {
        return new BigDecimal(value).round(VOLUME_DIGITS).stripTrailingZeros().toPlainString();
    }

    private static void line(PrintStream out, String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
