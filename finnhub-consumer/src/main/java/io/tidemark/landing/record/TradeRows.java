package io.tidemark.landing.record;

import io.tidemark.contracts.codec.DecodeException;
import io.tidemark.contracts.codec.TradeCodec;
import io.tidemark.contracts.event.Trade;
import io.tidemark.contracts.landing.TradeCsv;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Rows of {@link TradeCsv}. */
public final class TradeRows implements RecordRows {
    private final TradeCodec codec = new TradeCodec();
    private final long maxFutureMs;

    /**
     * Rows of trades that are not from the future.
     *
     * @param maxFuture how far beyond the wall clock a trade's time may lie; the feed's clock and ours differ
     */
    public TradeRows(Duration maxFuture) {
        this.maxFutureMs = maxFuture.toMillis();
    }

    @Override
    public RowOutcome write(ConsumerRecord<byte[], byte[]> record, long now, RowBuffer into) {
        byte[] value = record.value();
        if (value == null) {
            return new RowOutcome.Rejected("no value (a tombstone)");
        }
        try {
            Trade trade = codec.decode(value);
            if (trade.tradeTime() > now + maxFutureMs) {
                return new RowOutcome.Rejected("tradeTime " + trade.tradeTime() + " is more than " + maxFutureMs
                        + " ms after the consumer's clock, " + now);
            }
            row(trade, record, into);
            return new RowOutcome.Row(trade.tradeTime());
        } catch (DecodeException e) {
            return new RowOutcome.Rejected(String.valueOf(e.getMessage()));
        } catch (CharacterCodingException e) {
            return new RowOutcome.Rejected("a text field is no Unicode: half a surrogate pair");
        }
    }

    /** Columns in the order of {@link TradeCsv#HEADER}. */
    private static void row(Trade trade, ConsumerRecord<byte[], byte[]> record, RowBuffer row)
            throws CharacterCodingException {
        row.reset();
        row.text(trade.symbol());
        row.raw(',');
        row.decimal(trade.price());
        row.raw(',');
        row.decimal(trade.volume());
        row.raw(',');
        row.number(trade.tradeTime());
        row.raw(',');
        row.number(trade.receivedAt());
        row.raw(',');
        row.text(joined(trade.conditions()));
        row.raw(',');
        row.text(trade.id());
        row.raw(',');
        row.number(record.partition());
        row.raw(',');
        row.number(record.offset());
        row.raw('\n');
    }

    private static String joined(List<String> conditions) {
        return switch (conditions.size()) {
            case 0 -> "";
            case 1 -> conditions.get(0);
            default -> String.join(String.valueOf(TradeCsv.CONDITION_SEPARATOR), conditions);
        };
    }
}
