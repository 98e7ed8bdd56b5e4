package io.tidemark.dashboard.news.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.tidemark.dashboard.news.Mood;
import io.tidemark.dashboard.news.NewsItem;
import io.tidemark.dashboard.news.SymbolLink;
import io.tidemark.dashboard.widget.DataAge;
import io.tidemark.dashboard.widget.Moments;
import io.tidemark.dashboard.widget.Texts;
import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Everything that is known of a story, all of it as text, and the way to where it can be read. */
final class StoryDetail extends Div {

    StoryDetail(NewsItem story, InstantSource clock, Consumer<String> onSymbol) {
        addClassName("story-detail");
        H3 headline = new H3(story.headline());
        headline.setId("story-headline");
        add(headline, origin(story, clock), mood(story));
        if (!story.summary().isBlank()) {
            Paragraph summary = new Paragraph(story.summary());
            summary.setId("story-summary");
            add(summary);
        }
        add(symbols(story, onSymbol), ways(story));
    }

    private static Div origin(NewsItem story, InstantSource clock) {
        String published = Moments.in(ZoneOffset.UTC, clock.instant()).minute(story.publishedAt());
        DataAge age = DataAge.ago(clock);
        age.setSince(Optional.of(story.publishedAt()));
        Div origin = new Div(new Span(story.source()), new Span(Texts.of("story.published", published)), age);
        if (!story.category().isBlank()) {
            origin.add(new Span(story.category()));
        }
        origin.addClassName("story-origin");
        return origin;
    }

    private static Paragraph mood(NewsItem story) {
        String word = Texts.of("news.mood." + Mood.of(story.sentiment()).name().toLowerCase(Locale.ROOT));
        Paragraph mood = new Paragraph(Texts.of("story.mood", word, Story.score(story.sentiment())));
        mood.setId("story-mood");
        return mood;
    }

    private static Div symbols(NewsItem story, Consumer<String> onSymbol) {
        Div symbols = new Div();
        symbols.addClassName("story-symbols");
        if (story.links().isEmpty()) {
            symbols.add(new Span(Texts.of("story.symbols.none")));
        }
        for (SymbolLink link : story.links()) {
            Story.Chip chip = Story.Chip.of(link);
            Button button = new Button(
                    Texts.of("story.symbol", chip.symbol(), chip.relevance()), event -> onSymbol.accept(chip.symbol()));
            button.addThemeVariants(ButtonVariant.LUMO_SMALL);
            symbols.add(button);
        }
        return symbols;
    }

    private static Component ways(NewsItem story) {
        Div ways = new Div();
        ways.addClassName("story-ways");
        story.link().map(StoryDetail::out).ifPresentOrElse(ways::add, () -> ways.add(Texts.of("story.nowhere")));
        return ways;
    }

    /** The other page learns nothing of this one, and cannot reach it. */
    private static Anchor out(URI link) {
        Anchor out = new Anchor(link.toString(), Texts.of("story.read", link.getHost()), AnchorTarget.BLANK);
        out.setId("story-link");
        out.getElement().setAttribute("rel", "noopener noreferrer");
        return out;
    }
}
