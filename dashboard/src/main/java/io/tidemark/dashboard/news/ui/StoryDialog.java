package io.tidemark.dashboard.news.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import io.tidemark.dashboard.news.NewsItem;
import io.tidemark.dashboard.widget.Texts;
import java.time.InstantSource;
import java.util.function.Consumer;

/** One story in detail, over the page. Escape and a click beside it close it. */
final class StoryDialog extends Dialog {
    private final String key;

    private StoryDialog(NewsItem story, InstantSource clock, Consumer<String> onSymbol) {
        key = story.key();
        setHeaderTitle(Texts.of("story.title"));
        addClassName("story-dialog");
        setId("story");
        setWidth("min(620px, 94vw)");
        add(new StoryDetail(story, clock, symbol -> {
            close();
            onSymbol.accept(symbol);
        }));
        Button close = new Button(Texts.of("dialog.close"), event -> close());
        close.setId("story-close");
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getFooter().add(close);
    }

    /** Opens a story; tells of a symbol that is chosen in it. */
    static StoryDialog open(NewsItem story, InstantSource clock, Consumer<String> onSymbol) {
        StoryDialog dialog = new StoryDialog(story, clock, onSymbol);
        dialog.open();
        return dialog;
    }

    /** Which story it is. */
    String key() {
        return key;
    }
}
