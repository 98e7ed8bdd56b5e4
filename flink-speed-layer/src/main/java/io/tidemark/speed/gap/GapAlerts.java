package io.tidemark.speed.gap;

import io.tidemark.speed.alert.Alert;
import io.tidemark.speed.alert.AlertKind;
import io.tidemark.speed.alert.AlertSeverity;
import java.time.Duration;
import org.apache.flink.api.common.functions.MapFunction;

/**
 * An alert of every gap. Its id is made of feed, start and severity, so that a gap told again with a later end is told of
 * again only when that makes it worse. Value and threshold are seconds.
 */
public final class GapAlerts implements MapFunction<ObservedGap, Alert> {
    private static final long serialVersionUID = 1L;
    private static final double MS_PER_SECOND = 1_000;

    private final GapSeverity severity;

    /** With the lengths from which a gap matters more. */
    public GapAlerts(GapSeverity severity) {
        this.severity = severity;
    }

    @Override
    public Alert map(ObservedGap gap) {
        Duration length = gap.length();
        if (length.compareTo(severity.criticalFrom()) >= 0) {
            return alert(gap, AlertSeverity.CRITICAL, seconds(severity.criticalFrom()));
        }
        if (length.compareTo(severity.warningFrom()) >= 0) {
            return alert(gap, AlertSeverity.WARNING, seconds(severity.warningFrom()));
        }
        return alert(gap, AlertSeverity.INFO, Double.NaN);
    }

    private static Alert alert(ObservedGap gap, AlertSeverity severity, double threshold) {
        double seconds = seconds(gap.length());
        return new Alert(
                Alert.idOf(AlertKind.FEED_GAP, gap.feed(), gap.from()) + "/" + severity.text(),
                AlertKind.FEED_GAP,
                severity,
                "",
                gap.from(),
                gap.feed() + " was not heard for " + Math.round(seconds) + " s: " + gap.reason(),
                seconds,
                threshold);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MS_PER_SECOND;
    }
}
