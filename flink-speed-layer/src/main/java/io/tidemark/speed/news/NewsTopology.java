package io.tidemark.speed.news;

import io.tidemark.newsanalysis.link.Relevance;
import io.tidemark.speed.alert.Alert;
import io.tidemark.speed.flow.RowWriting;
import io.tidemark.speed.news.buzz.Buzz;
import io.tidemark.speed.news.buzz.SymbolBuzz;
import io.tidemark.speed.news.story.IncomingNews;
import io.tidemark.speed.news.story.NewsAdmission;
import io.tidemark.speed.news.story.NewsTime;
import io.tidemark.speed.news.story.Stories;
import io.tidemark.speed.news.story.Story;
import io.tidemark.speed.news.story.StoryReader;
import io.tidemark.speed.news.terms.TrendingTerm;
import io.tidemark.speed.news.terms.TrendingTerms;
import io.tidemark.speed.news.window.Contribution;
import io.tidemark.speed.news.window.Contributions;
import io.tidemark.speed.news.window.NewsDimension;
import io.tidemark.speed.news.window.NewsWindow;
import io.tidemark.speed.news.window.NewsWindows;
import io.tidemark.speed.news.window.Timeliness;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The news side of the speed layer as a graph, beside the one for trades and without a stream between the two: time goes on
 * in each by itself. Every operator has a uid, the name under which its state is found again: never change one.
 */
public final class NewsTopology {
    /** Terms are ranked among all stories. */
    private static final String ONE_KEY = "*";

    private final NewsRules rules;
    private final NewsSinks sinks;

    private NewsTopology(NewsRules rules, NewsSinks sinks) {
        this.rules = rules;
        this.sinks = sinks;
    }

    /**
     * Adds the topology to an environment.
     *
     * @param env where it will run
     * @param news judged stories; event time is assigned here
     * @param readers who understands them
     * @param sinks where results go
     * @param rules what is asked of it
     */
    public static void define(
            StreamExecutionEnvironment env,
            Source<IncomingNews, ?, ?> news,
            StoryReader.Maker readers,
            NewsSinks sinks,
            NewsRules rules) {
        var topology = new NewsTopology(rules, sinks);
        SingleOutputStreamOperator<Story> stories = topology.stories(env, news, readers);
        SingleOutputStreamOperator<Story> timely = stories.transform(
                        "timeliness",
                        TypeInformation.of(Story.class),
                        new Timeliness(rules.windows().allowedLateness()))
                .uid("news-timeliness");
        SingleOutputStreamOperator<Contribution> contributions = timely.flatMap(new Contributions())
                .returns(Contribution.class)
                .name("contributions")
                .uid("news-contributions");
        topology.windows(contributions);
        topology.buzz(contributions);
        topology.terms(timely);
    }

    private SingleOutputStreamOperator<Story> stories(
            StreamExecutionEnvironment env, Source<IncomingNews, ?, ?> news, StoryReader.Maker readers) {
        SingleOutputStreamOperator<IncomingNews> admitted = env.fromSource(
                        news,
                        new NewsTime(rules.windows().outOfOrderness(), rules.idleness()),
                        "news",
                        TypeInformation.of(IncomingNews.class))
                .uid("news")
                .process(new NewsAdmission())
                .returns(IncomingNews.class)
                .name("news admission")
                .uid("news-admission");
        admitted.getSideOutput(NewsAdmission.REFUSED)
                .sinkTo(sinks.refused())
                .name("refused news")
                .uid("refused-news-sink");
        SingleOutputStreamOperator<Story> stories = admitted.keyBy(Stories::keyOf, Types.STRING)
                .process(new Stories(readers, rules.remember()))
                .returns(Story.class)
                .name("stories")
                .uid("news-stories");
        RowWriting.write(stories, Story::compareKeys, sinks.stories(), "stories", rules.batchFor());
        return stories;
    }

    private void windows(SingleOutputStreamOperator<Contribution> contributions) {
        SingleOutputStreamOperator<NewsWindow> windows = contributions
                .keyBy(Contribution::key, Types.STRING)
                .process(new NewsWindows(rules.windows()))
                .returns(NewsWindow.class)
                .name("news windows")
                .uid("news-windows");
        RowWriting.write(windows, NewsWindow::compareKeys, sinks.windows(), "news-windows", rules.batchFor());
    }

    private void buzz(SingleOutputStreamOperator<Contribution> contributions) {
        SingleOutputStreamOperator<SymbolBuzz> buzz = contributions
                .filter(NewsTopology::isAboutASymbol)
                .name("about a symbol")
                .uid("news-about-a-symbol")
                .keyBy(Contribution::name, Types.STRING)
                .process(new Buzz(rules.windows().emitEvery(), rules.bursts()))
                .returns(SymbolBuzz.class)
                .name("news buzz")
                .uid("news-buzz");
        RowWriting.write(buzz, SymbolBuzz::compareKeys, sinks.buzz(), "buzz", rules.batchFor());
        RowWriting.write(
                buzz.getSideOutput(Buzz.ALERTS), Alert::compareKeys, sinks.alerts(), "news-alerts", rules.batchFor());
    }

    private void terms(SingleOutputStreamOperator<Story> stories) {
        SingleOutputStreamOperator<TrendingTerm> terms = stories.keyBy(story -> ONE_KEY, Types.STRING)
                .process(new TrendingTerms(
                        rules.terms(), rules.termsEvery(), rules.windows().allowedLateness()))
                .returns(TrendingTerm.class)
                .name("trending terms")
                .uid("news-terms");
        RowWriting.write(terms, TrendingTerm::compareKeys, sinks.terms(), "terms", rules.batchFor());
    }

    private static boolean isAboutASymbol(Contribution contribution) {
        return contribution.dimension() == NewsDimension.SYMBOL && contribution.relevance() >= Relevance.RELEVANT;
    }
}
