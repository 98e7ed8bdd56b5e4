package io.tidemark.speed;

import io.tidemark.speed.gap.ObservedGap;
import io.tidemark.speed.trade.IncomingTrade;
import org.apache.flink.api.connector.source.Source;

/**
 * What the topology is fed with.
 *
 * @param trades judged trades; event time is assigned by the topology
 * @param gaps spans in which the feed was not heard
 */
public record SpeedLayerSources(Source<IncomingTrade, ?, ?> trades, Source<ObservedGap, ?, ?> gaps) {}
