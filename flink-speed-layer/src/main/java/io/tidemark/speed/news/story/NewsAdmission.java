package io.tidemark.speed.news.story;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Lets accepted stories pass and sends refused records to {@link #REFUSED}. Counts both: metrics {@code newsAccepted},
 * {@code newsUndecodable}, {@code newsFuture}; and {@code newsClamped}, accepted ones whose time of publication lay in the
 * future.
 */
@SuppressWarnings("NullAway.Init") // Flink opens a function before it uses it
public final class NewsAdmission extends ProcessFunction<IncomingNews, IncomingNews> {
    private static final long serialVersionUID = 1L;

    /** Records that were kept out. */
    public static final OutputTag<RefusedNews> REFUSED = new OutputTag<>("refused-news") {};

    private transient Counter accepted;
    private transient Counter clamped;
    private transient Counter undecodable;
    private transient Counter future;

    @Override
    public void open(OpenContext context) {
        MetricGroup metrics = getRuntimeContext().getMetricGroup();
        accepted = metrics.counter("newsAccepted");
        clamped = metrics.counter("newsClamped");
        undecodable = metrics.counter("newsUndecodable");
        future = metrics.counter("newsFuture");
    }

    @Override
    public void processElement(IncomingNews news, Context context, Collector<IncomingNews> out) {
        if (!news.accepted()) {
            (news.refusal == NewsRefusal.FUTURE ? future : undecodable).inc();
            context.output(REFUSED, new RefusedNews(news.partition, news.offset, news.refusal, news.detail));
            return;
        }
        accepted.inc();
        if (news.clamped) {
            clamped.inc();
        }
        out.collect(news);
    }
}
