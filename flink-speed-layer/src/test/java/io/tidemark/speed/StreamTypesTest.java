package io.tidemark.speed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.speed.alert.Alert;
import io.tidemark.speed.bars.LateTrades;
import io.tidemark.speed.bars.LiveBar;
import io.tidemark.speed.bars.OpenBar;
import io.tidemark.speed.bars.PartialBar;
import io.tidemark.speed.bars.PartitionTime;
import io.tidemark.speed.flow.Pace;
import io.tidemark.speed.gap.ObservedGap;
import io.tidemark.speed.move.MoveState;
import io.tidemark.speed.news.buzz.BuzzHistory;
import io.tidemark.speed.news.buzz.SymbolBuzz;
import io.tidemark.speed.news.story.IncomingNews;
import io.tidemark.speed.news.story.KnownStory;
import io.tidemark.speed.news.story.RefusedNews;
import io.tidemark.speed.news.story.Story;
import io.tidemark.speed.news.terms.TermHour;
import io.tidemark.speed.news.terms.TermPast;
import io.tidemark.speed.news.terms.TrendingTerm;
import io.tidemark.speed.news.window.Contribution;
import io.tidemark.speed.news.window.NewsHour;
import io.tidemark.speed.news.window.NewsPace;
import io.tidemark.speed.news.window.NewsWindow;
import io.tidemark.speed.price.LastPrice;
import io.tidemark.speed.price.PriceState;
import io.tidemark.speed.trade.IncomingTrade;
import io.tidemark.speed.trade.RefusedTrade;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.CompositeType;
import org.apache.flink.api.java.typeutils.GenericTypeInfo;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.api.java.typeutils.runtime.PojoSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What streams and state are made of is serialized field by field: state can evolve, and Kryo is never used. */
class StreamTypesTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                IncomingTrade.class,
                RefusedTrade.class,
                PartialBar.class,
                OpenBar.class,
                LiveBar.class,
                LateTrades.class,
                PartitionTime.class,
                ObservedGap.class,
                MoveState.class,
                PriceState.class,
                LastPrice.class,
                Alert.class,
                IncomingNews.class,
                RefusedNews.class,
                KnownStory.class,
                Story.class,
                Contribution.class,
                NewsHour.class,
                NewsPace.class,
                NewsWindow.class,
                TermHour.class,
                TermPast.class,
                TrendingTerm.class,
                BuzzHistory.class,
                SymbolBuzz.class,
                Pace.class
            })
    void every_type_is_serialized_by_its_fields(Class<?> type) {
        TypeInformation<?> information = TypeInformation.of(type);

        assertThat(information).isInstanceOf(PojoTypeInfo.class);
        assertThat(information.createSerializer(new SerializerConfigImpl())).isInstanceOf(PojoSerializer.class);
        assertNothingGeneric(information);
    }

    private static void assertNothingGeneric(TypeInformation<?> type) {
        assertThat(type).isNotInstanceOf(GenericTypeInfo.class);
        if (type instanceof CompositeType<?> composite) {
            for (int i = 0; i < composite.getArity(); i++) {
                assertNothingGeneric(composite.getTypeAt(i));
            }
        }
    }
}
