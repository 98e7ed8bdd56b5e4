package io.tidemark.speed;

import io.tidemark.speed.alert.Alert;
import io.tidemark.speed.bars.LateTrades;
import io.tidemark.speed.bars.LiveBar;
import io.tidemark.speed.gap.ObservedGap;
import io.tidemark.speed.price.LastPrice;
import io.tidemark.speed.trade.RefusedTrade;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;

/**
 * Where the topology's results go.
 *
 * @param bars batches of live bars, each key once and in the order of keys
 * @param prices batches of last prices, likewise
 * @param late batches of counts of trades that came after the allowed lateness, likewise
 * @param refused records that were kept out
 * @param gaps spans in which the feed was not heard
 * @param alerts batches of alerts, each id once and in the order of ids
 */
public record SpeedLayerSinks(
        Sink<List<LiveBar>> bars,
        Sink<List<LastPrice>> prices,
        Sink<List<LateTrades>> late,
        Sink<RefusedTrade> refused,
        Sink<ObservedGap> gaps,
        Sink<List<Alert>> alerts) {}
