package io.tidemark.simulator.feed;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.tidemark.simulator.fault.FaultBoard;
import io.tidemark.simulator.fault.FaultKind;
import io.tidemark.simulator.fault.FaultPlan;
import io.tidemark.simulator.trade.FeedTrade;
import java.util.ArrayList;
import java.util.List;

/** Makes what faults put between frames and into them. For one thread. */
final class FrameFaults {

    private static final List<String> MALFORMED = List.of(
            "{\"data\":[{\"c\":null,\"p\":101.5,\"s\":\"AA",
            "not json at all",
            "[]",
            "null",
            "{\"type\":\"trade\"}",
            "{\"data\":{},\"type\":\"trade\"}",
            "{\"data\":[7,\"x\",null],\"type\":\"trade\"}",
            "{\"data\":[{\"c\":null,\"p\":NaN,\"s\":\"AAPL\",\"t\":1700000000000,\"v\":1}],\"type\":\"trade\"}",
            "{\"type\":\"no such type\"}");
    private static final List<String> EMPTY = List.of("", "{\"data\":[],\"type\":\"trade\"}", "{}");
    private static final List<String> BAD_TRADES = List.of(
            "{\"c\":null,\"p\":-1.5,\"s\":\"%s\",\"t\":%d,\"v\":10}",
            "{\"c\":null,\"p\":0,\"s\":\"%s\",\"t\":%d,\"v\":10}",
            "{\"c\":null,\"p\":1e999,\"s\":\"%s\",\"t\":%d,\"v\":10}",
            "{\"c\":null,\"p\":\"NaN\",\"s\":\"%s\",\"t\":%d,\"v\":10}",
            "{\"c\":null,\"p\":null,\"s\":\"%s\",\"t\":%d,\"v\":10}",
            "{\"c\":null,\"p\":20.5,\"s\":\"%s\",\"t\":%d,\"v\":-10}",
            "{\"c\":null,\"p\":20.5,\"s\":\"%s\",\"t\":%d}",
            "{\"c\":null,\"p\":20.5,\"s\":\"\",\"v\":10,\"x\":\"%s\",\"t\":%d}",
            "{\"c\":null,\"p\":20.5,\"s\":\"%s\",\"x\":%d,\"v\":10}");

    private final FaultBoard faults;
    private int turn;

    FrameFaults(FaultBoard faults) {
        this.faults = faults;
    }

    /** A frame of the given kind that is put in front of the next one. */
    String intruder(FaultKind kind) {
        return switch (kind) {
            case MALFORMED -> nextOf(MALFORMED);
            case EMPTY -> nextOf(EMPTY);
            case HUGE -> huge();
            case ERROR -> error();
            default -> throw new IllegalArgumentException(kind + " puts no frame in");
        };
    }

    /** Kinds of intruders that strike now. */
    List<FaultKind> intruders() {
        List<FaultKind> struck = new ArrayList<>(0);
        for (FaultKind kind : List.of(FaultKind.MALFORMED, FaultKind.EMPTY, FaultKind.HUGE, FaultKind.ERROR)) {
            if (faults.strikes(kind)) {
                struck.add(kind);
            }
        }
        return struck;
    }

    private String huge() {
        FaultPlan.Huge huge = faults.plan().huge();
        String padding = "x".repeat(huge == null ? 0 : huge.bytes());
        return "{\"data\":[],\"padding\":\"" + padding + "\",\"type\":\"trade\"}";
    }

    private String error() {
        FaultPlan.ErrorMessage error = faults.plan().error();
        String message = error == null ? "" : error.message();
        return "{\"type\":\"error\",\"msg\":\"" + quoted(message) + "\"}";
    }

    /** What strikes a frame with these trades. */
    FrameAdditions additions(List<FeedTrade> trades) {
        FeedTrade like = trades.get(trades.size() - 1);
        List<String> entries = new ArrayList<>(0);
        List<FaultKind> struck = new ArrayList<>(0);
        if (faults.strikes(FaultKind.BAD_TRADE)) {
            struck.add(FaultKind.BAD_TRADE);
            entries.add(String.format(nextOf(BAD_TRADES), quoted(like.symbol()), like.tradeTime()));
        }
        FaultPlan.Future future = faults.plan().futureTrade();
        if (future != null && faults.strikes(FaultKind.FUTURE_TRADE)) {
            struck.add(FaultKind.FUTURE_TRADE);
            entries.add(String.format(
                    "{\"c\":null,\"p\":%s,\"s\":\"%s\",\"t\":%d,\"v\":1}",
                    like.price(), quoted(like.symbol()), like.tradeTime() + future.aheadMs()));
        }
        boolean unknownFields = faults.strikes(FaultKind.UNKNOWN_FIELDS);
        if (unknownFields) {
            struck.add(FaultKind.UNKNOWN_FIELDS);
        }
        return struck.isEmpty() ? FrameAdditions.NONE : new FrameAdditions(entries, unknownFields, struck);
    }

    /** How often a frame is sent again. */
    int extraCopies() {
        FaultPlan.Duplicate duplicate = faults.plan().duplicate();
        return duplicate != null && faults.strikes(FaultKind.DUPLICATE) ? duplicate.copies() - 1 : 0;
    }

    private String nextOf(List<String> forms) {
        return forms.get(Math.floorMod(turn++, forms.size()));
    }

    private static String quoted(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }
}
