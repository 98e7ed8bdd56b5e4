package io.tidemark.simulator.feed;

import io.tidemark.simulator.trade.FeedTrade;
import java.util.List;

/**
 * Trades that go out together, one frame per subscribed client.
 *
 * @param number grows with every batch, so that parts that failed can be sent again in order
 * @param trades in feed order
 * @param afterSession sent only to sessions younger than this number; 0 for all
 */
record Batch(long number, List<FeedTrade> trades, long afterSession) {}
