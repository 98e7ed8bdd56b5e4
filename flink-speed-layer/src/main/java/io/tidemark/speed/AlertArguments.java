package io.tidemark.speed;

import io.tidemark.speed.gap.GapSeverity;
import io.tidemark.speed.move.MoveRule;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/** The part of the command line that is about alerts of trades and of their feed. */
final class AlertArguments {
    @Option(
            names = "--gaps.warning-from",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "A feed gap of this length is a warning, a shorter one an information. Default: 1m."
                    + " [GAPS_WARNING_FROM]")
    Duration gapWarningFrom = Duration.ofMinutes(1);

    @Option(
            names = "--gaps.critical-from",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "A feed gap of this length is critical. Default: 10m. [GAPS_CRITICAL_FROM]")
    Duration gapCriticalFrom = Duration.ofMinutes(10);

    @Option(
            names = "--moves.sigmas",
            paramLabel = "NUMBER",
            description = "A one-minute return beyond so many times the symbol's volatility raises an alert."
                    + " Default: ${DEFAULT-VALUE}. [MOVES_SIGMAS]")
    double moveSigmas = 5;

    @Option(
            names = "--moves.min-returns",
            paramLabel = "N",
            description = "One-minute returns of a symbol that must have been seen before one is judged."
                    + " Default: ${DEFAULT-VALUE}. [MOVES_MIN_RETURNS]")
    int moveMinReturns = 30;

    /** Which moves are remarkable; adds what is wrong with it. */
    MoveRule moves(List<String> problems) {
        if (!(moveSigmas > 0) || moveMinReturns < 1) {
            problems.add("moves.sigmas must be greater than 0, and moves.min-returns 1 or more");
        }
        return new MoveRule(moveSigmas, moveMinReturns);
    }

    /** How much gaps matter; adds what is wrong with it. */
    GapSeverity gaps(List<String> problems) {
        if (gapCriticalFrom.compareTo(gapWarningFrom) < 0) {
            problems.add("gaps.critical-from must not be shorter than gaps.warning-from");
        }
        return new GapSeverity(gapWarningFrom, gapCriticalFrom);
    }
}
