package io.tidemark.dashboard.pipeline.ui;

import static io.tidemark.dashboard.widget.Sheet.row;

import io.tidemark.dashboard.landing.LandingProgress;
import io.tidemark.dashboard.market.FeedGap;
import io.tidemark.dashboard.news.Alert;
import io.tidemark.dashboard.pipeline.Agreement;
import io.tidemark.dashboard.pipeline.DateDetail;
import io.tidemark.dashboard.pipeline.DateHealth;
import io.tidemark.dashboard.pipeline.LedgerRun;
import io.tidemark.dashboard.widget.Sheet;
import io.tidemark.dashboard.widget.Sheet.Column;
import io.tidemark.dashboard.widget.Sheet.Kind;
import io.tidemark.dashboard.widget.Texts;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The pipeline's state as sheets. */
final class PipelineSheets {
    private static final List<Column> GAPS = List.of(
            new Column("feed", Kind.TEXT),
            new Column("started_at", Kind.MOMENT),
            new Column("ended_at", Kind.MOMENT),
            new Column("gap_seconds", Kind.NUMBER),
            new Column("symbols", Kind.NUMBER),
            new Column("reason", Kind.TEXT));
    private static final List<Column> RUNS = List.of(
            new Column("run_id", Kind.NUMBER),
            new Column("dt", Kind.DATE),
            new Column("state", Kind.TEXT),
            new Column("started_at", Kind.MOMENT),
            new Column("duration_seconds", Kind.NUMBER),
            new Column("files", Kind.NUMBER),
            new Column("rows_read", Kind.NUMBER),
            new Column("bars", Kind.NUMBER),
            new Column("message", Kind.TEXT));
    private static final List<Column> LANDING = List.of(
            new Column("dataset", Kind.TEXT),
            new Column("landed", Kind.NUMBER),
            new Column("waiting", Kind.NUMBER),
            new Column("in_quarantine", Kind.NUMBER),
            new Column("lost", Kind.NUMBER));
    private static final List<Column> DATES = List.of(
            new Column("dt", Kind.DATE),
            new Column("verdict", Kind.TEXT),
            new Column("landed", Kind.NUMBER),
            new Column("counted", Kind.NUMBER),
            new Column("price_updates", Kind.NUMBER),
            new Column("excluded", Kind.NUMBER),
            new Column("conserved", Kind.TEXT),
            new Column("equal", Kind.NUMBER),
            new Column("unequal", Kind.NUMBER),
            new Column("unseen", Kind.NUMBER),
            new Column("largest_difference", Kind.NUMBER),
            new Column("quarantined", Kind.NUMBER));
    private static final List<Column> RECONCILIATION = List.of(
            new Column("symbol", Kind.TEXT),
            new Column("equal", Kind.NUMBER),
            new Column("different", Kind.NUMBER),
            new Column("only_batch", Kind.NUMBER),
            new Column("only_speed", Kind.NUMBER),
            new Column("with_late_trades", Kind.NUMBER),
            new Column("unseen", Kind.NUMBER),
            new Column("largest_difference", Kind.NUMBER),
            new Column("largest_field", Kind.TEXT));
    private static final List<Column> CONSERVATION = List.of(
            new Column("hour", Kind.NUMBER),
            new Column("landed", Kind.NUMBER),
            new Column("counted", Kind.NUMBER),
            new Column("price_updates", Kind.NUMBER),
            new Column("excluded", Kind.NUMBER),
            new Column("conserved", Kind.TEXT));
    private static final List<Column> QUALITY = List.of(
            new Column("symbol", Kind.TEXT),
            new Column("verdict", Kind.TEXT),
            new Column("rows", Kind.NUMBER),
            new Column("duplicate_share", Kind.SHARE),
            new Column("out_of_order_share", Kind.SHARE),
            new Column("lateness_p50", Kind.NUMBER),
            new Column("lateness_p99", Kind.NUMBER),
            new Column("gap_seconds", Kind.NUMBER),
            new Column("conserved", Kind.TEXT),
            new Column("reasons", Kind.TEXT));
    private static final List<Column> DEAD_LETTERS =
            List.of(new Column("reason", Kind.TEXT), new Column("records", Kind.NUMBER));
    private static final List<Column> ALERTS = List.of(
            new Column("occurred_at", Kind.MOMENT),
            new Column("severity", Kind.TEXT),
            new Column("kind", Kind.TEXT),
            new Column("symbol", Kind.TEXT),
            new Column("message", Kind.TEXT));

    private PipelineSheets() {}

    static Sheet landing(LandingProgress progress) {
        return new Sheet(
                "landing",
                LANDING,
                progress.datasets().stream()
                        .map(each ->
                                row(each.dataset(), each.landed(), each.waiting(), each.quarantined(), each.lost()))
                        .toList());
    }

    static Sheet gaps(List<FeedGap> gaps) {
        return new Sheet(
                "feed-gaps",
                GAPS,
                gaps.stream()
                        .map(gap -> row(
                                gap.feed(),
                                gap.from(),
                                gap.to(),
                                seconds(Duration.between(gap.from(), gap.to())),
                                gap.symbols().size(),
                                gap.reason()))
                        .toList());
    }

    static Sheet runs(List<LedgerRun> runs) {
        return new Sheet(
                "batch-runs",
                RUNS,
                runs.stream()
                        .map(each -> row(
                                each.run().id(),
                                each.run().date(),
                                each.run().state().name().toLowerCase(Locale.ROOT),
                                each.run().startedAt(),
                                each.duration().map(PipelineSheets::seconds).orElse(null),
                                each.files(),
                                each.run().rowsRead(),
                                each.run().bars(),
                                each.run().message()))
                        .toList());
    }

    static Sheet dates(List<DateHealth> dates) {
        return new Sheet(
                "dates", DATES, dates.stream().map(PipelineSheets::date).toList());
    }

    private static List<@org.jspecify.annotations.Nullable Object> date(DateHealth date) {
        Agreement agreement = date.agreement();
        return row(
                date.date(),
                date.verdict(),
                date.rows().landed(),
                date.rows().counted(),
                date.rows().priceUpdates(),
                date.rows().excluded(),
                yesOrNo(date.rows().holds()),
                agreement == null ? null : agreement.equal(),
                agreement == null ? null : agreement.unequal(),
                agreement == null ? null : agreement.unseen(),
                agreement == null ? null : agreement.largestDifference(),
                date.quarantined());
    }

    static Sheet reconciliation(LocalDate date, DateDetail detail) {
        return new Sheet(
                "reconciliation-" + date,
                RECONCILIATION,
                detail.agreements().stream()
                        .map(each -> row(
                                each.symbol(),
                                each.agreement().equal(),
                                each.agreement().different(),
                                each.agreement().onlyBatch(),
                                each.agreement().onlySpeed(),
                                each.late(),
                                each.agreement().unseen(),
                                each.agreement().largestDifference(),
                                each.field()))
                        .toList());
    }

    static Sheet conservation(LocalDate date, DateDetail detail) {
        return new Sheet(
                "conservation-" + date,
                CONSERVATION,
                detail.hours().stream()
                        .map(each -> row(
                                each.hour(),
                                each.rows().landed(),
                                each.rows().counted(),
                                each.rows().priceUpdates(),
                                each.rows().excluded(),
                                yesOrNo(each.rows().holds())))
                        .toList());
    }

    static Sheet quality(LocalDate date, DateDetail detail) {
        return new Sheet(
                "data-quality-" + date,
                QUALITY,
                detail.qualities().stream()
                        .map(each -> row(
                                each.symbol(),
                                each.verdict(),
                                each.rows(),
                                each.duplicateShare(),
                                each.outOfOrderShare(),
                                each.latenessP50(),
                                each.latenessP99(),
                                each.gapSeconds(),
                                yesOrNo(each.conserved()),
                                each.reasons()))
                        .toList());
    }

    static Sheet deadLetters(LocalDate date, DateDetail detail) {
        return new Sheet(
                "dead-letters-" + date,
                DEAD_LETTERS,
                detail.deadLetters().stream()
                        .map(each -> row(each.reason(), each.records()))
                        .toList());
    }

    static Sheet alerts(List<Alert> alerts) {
        return new Sheet(
                "alerts",
                ALERTS,
                alerts.stream()
                        .map(alert -> row(
                                alert.occurredAt(),
                                alert.severity().name().toLowerCase(Locale.ROOT),
                                alert.kind(),
                                alert.about().orElse(null),
                                alert.message()))
                        .toList());
    }

    private static Double seconds(Duration duration) {
        return Math.round(duration.toMillis() / 100.0) / 10.0;
    }

    private static String yesOrNo(boolean value) {
        return Texts.of(value ? "yes" : "no");
    }
}
