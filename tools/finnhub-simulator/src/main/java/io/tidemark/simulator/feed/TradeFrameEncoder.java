package io.tidemark.simulator.feed;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.netty.buffer.ByteBuf;
import io.tidemark.simulator.trade.FeedTrade;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes trade frames as Finnhub does: {@code {"data":[{"c":["1","12"],"p":129.58,"s":"AAPL","t":1672348887666,"v":1}],
 * "type":"trade"}}. A trade without conditions has in turn no {@code c}, {@code null} or {@code []}, since clients must
 * cope with all three. For one thread.
 */
final class TradeFrameEncoder {

    private static final byte[] HEAD = ascii("{\"data\":[");
    private static final byte[] TAIL = ascii("],\"type\":\"trade\"}");
    private static final byte[] TAIL_WITH_UNKNOWN_FIELDS = ascii("],\"schema\":{\"version\":2},\"type\":\"trade\"}");
    private static final byte[] UNKNOWN_FIELDS = ascii(",\"x\":[\"venue\",{\"tape\":\"C\"}],\"z\":null");
    private static final byte[] PRICE = ascii("\"p\":");
    private static final byte[] SYMBOL = ascii(",\"s\":");
    private static final byte[] TIME = ascii(",\"t\":");
    private static final byte[] VOLUME = ascii(",\"v\":");
    private static final List<byte[]> NO_CONDITIONS = List.of(ascii(""), ascii("\"c\":null,"), ascii("\"c\":[],"));
    private static final int MAX_CACHED = 4096;

    private final Map<String, byte[]> symbols = new HashMap<>();
    private final Map<List<String>, byte[]> conditions = new HashMap<>();
    private int withoutConditions;

    /** Appends one frame to a buffer as UTF-8. */
    void encode(List<FeedTrade> trades, FrameAdditions additions, ByteBuf to) {
        to.writeBytes(HEAD);
        for (int i = 0; i < trades.size(); i++) {
            if (i > 0) {
                to.writeByte(',');
            }
            encode(trades.get(i), additions.unknownFields(), to);
        }
        for (String entry : additions.entries()) {
            to.writeByte(',');
            to.writeCharSequence(entry, StandardCharsets.UTF_8);
        }
        to.writeBytes(additions.unknownFields() ? TAIL_WITH_UNKNOWN_FIELDS : TAIL);
    }

    private void encode(FeedTrade trade, boolean unknownFields, ByteBuf to) {
        to.writeByte('{');
        to.writeBytes(conditionsField(trade.conditions()));
        to.writeBytes(PRICE);
        to.writeCharSequence(trade.price(), StandardCharsets.US_ASCII);
        to.writeBytes(SYMBOL);
        to.writeBytes(symbolJson(trade.symbol()));
        to.writeBytes(TIME);
        to.writeCharSequence(Long.toString(trade.tradeTime()), StandardCharsets.US_ASCII);
        to.writeBytes(VOLUME);
        to.writeCharSequence(trade.volume(), StandardCharsets.US_ASCII);
        if (unknownFields) {
            to.writeBytes(UNKNOWN_FIELDS);
        }
        to.writeByte('}');
    }

    private byte[] conditionsField(List<String> codes) {
        if (codes.isEmpty()) {
            withoutConditions = (withoutConditions + 1) % NO_CONDITIONS.size();
            return NO_CONDITIONS.get(withoutConditions);
        }
        byte[] known = conditions.get(codes);
        if (known != null) {
            return known;
        }
        StringBuilder json = new StringBuilder("\"c\":[");
        for (String code : codes) {
            json.append(json.charAt(json.length() - 1) == '[' ? "" : ",").append(quoted(code));
        }
        return remember(conditions, codes, json.append("],").toString());
    }

    private byte[] symbolJson(String symbol) {
        byte[] known = symbols.get(symbol);
        return known != null ? known : remember(symbols, symbol, quoted(symbol));
    }

    private static <K> byte[] remember(Map<K, byte[]> cache, K key, String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        if (cache.size() < MAX_CACHED) {
            cache.put(key, bytes);
        }
        return bytes;
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
