package io.tidemark.speed;

import io.tidemark.speed.bars.LateTrades;
import io.tidemark.speed.bars.LiveBar;
import io.tidemark.speed.price.LastPrice;
import io.tidemark.speed.trade.RefusedTrade;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;

/**
 * Where the topology's results go.
 *
 * @param bars batches of live bars, each key once and in the order of keys
 * @param prices batches of last prices, likewise
 * @param late trades that came after the allowed lateness
 * @param refused records that were kept out
 */
public record SpeedLayerSinks(
        Sink<List<LiveBar>> bars, Sink<List<LastPrice>> prices, Sink<LateTrades> late, Sink<RefusedTrade> refused) {}
