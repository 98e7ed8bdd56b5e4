package io.tidemark.ingest.frame;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tidemark.contracts.event.Trade;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of one element of a trade frame while it is read; judges them when all are known. */
final class TradeFields {
    private static final String SOURCE = "finnhub";

    private @Nullable String symbol;
    private double price;
    private double volume;
    private long time;
    private boolean priceSeen;
    private boolean volumeSeen;
    private boolean timeSeen;
    private List<String> conditions = List.of();
    /** The first thing that is wrong, null while nothing is. */
    private @Nullable String fault;

    /** Reads one field; the parser stands on its value and is left at the value's end. */
    void read(String name, JsonParser json) throws IOException {
        switch (name) {
            case "s" -> symbol = text(json);
            case "p" -> {
                price = number("p", json);
                priceSeen = true;
            }
            case "v" -> {
                volume = number("v", json);
                volumeSeen = true;
            }
            case "t" -> {
                time = integer(json);
                timeSeen = true;
            }
            case "c" -> conditions = conditions(json);
            default -> json.skipChildren(); // a field of a newer feed
        }
    }

    /** Why these fields are no trade, null when they are one. */
    @Nullable String fault(TradeLimits limits, long receivedAt) {
        if (fault != null) {
            return fault;
        }
        if (symbol == null || !priceSeen || !volumeSeen || !timeSeen) {
            return "missing field: " + (symbol == null ? "s" : !priceSeen ? "p" : !volumeSeen ? "v" : "t");
        }
        if (symbol.isBlank() || symbol.length() > TradeLimits.MAX_SYMBOL_LENGTH || hasControl(symbol)) {
            return "symbol is blank, too long or holds control characters";
        }
        if (!(price > 0) || price > TradeLimits.MAX_PRICE) {
            return "price " + price + " is not above zero and at most " + TradeLimits.MAX_PRICE;
        }
        if (!(volume >= 0) || volume > TradeLimits.MAX_VOLUME) {
            return "volume " + volume + " is not between zero and " + TradeLimits.MAX_VOLUME;
        }
        if (time < TradeLimits.MIN_TIME) {
            return "time " + time + " is no epoch ms after 1980";
        }
        if (time - receivedAt > limits.maxAhead().toMillis()) {
            return "time " + time + " lies more than " + limits.maxAhead() + " after its receipt";
        }
        return null;
    }

    /** The trade; only for fields without {@link #fault}. */
    Trade trade(FinnhubFrame frame, int index) {
        if (symbol == null) {
            throw new IllegalStateException("a trade without symbol passed the checks");
        }
        return new Trade(frame.tradeId(index), symbol, price, volume, time, frame.receivedAt(), conditions, SOURCE);
    }

    private @Nullable String text(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return json.getText();
        }
        wrong("s is no string", json);
        return null;
    }

    private double number(String name, JsonParser json) throws IOException {
        if (json.currentToken().isNumeric()) {
            return json.getDoubleValue();
        }
        wrong(name + " is no number", json);
        return Double.NaN;
    }

    private long integer(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT
                && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return json.getLongValue();
        }
        wrong("t is no integer of epoch ms", json);
        return 0;
    }

    private List<String> conditions(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return List.of();
        }
        if (json.currentToken() != JsonToken.START_ARRAY) {
            wrong("c is no array", json);
            return List.of();
        }
        var codes = new ArrayList<String>(4);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            String code = json.currentToken().isScalarValue() ? json.getText() : "";
            json.skipChildren();
            if (code.isBlank()
                    || code.length() > TradeLimits.MAX_CONDITION_LENGTH
                    || hasControl(code)
                    || code.indexOf('|') >= 0) {
                fault("c holds something that is no sale condition");
            } else if (codes.size() == TradeLimits.MAX_CONDITIONS) {
                fault("c holds more than " + TradeLimits.MAX_CONDITIONS + " sale conditions");
            } else {
                codes.add(code);
            }
        }
        return codes;
    }

    private void wrong(String what, JsonParser json) throws IOException {
        fault(what);
        json.skipChildren();
    }

    private void fault(String what) {
        if (fault == null) {
            fault = what;
        }
    }

    private static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
