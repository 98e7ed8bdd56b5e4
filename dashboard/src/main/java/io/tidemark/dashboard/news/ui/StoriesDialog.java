package io.tidemark.dashboard.news.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import io.tidemark.dashboard.news.NewsItem;
import io.tidemark.dashboard.widget.Texts;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** A few stories over the page, such as those of one bar. */
public final class StoriesDialog extends Dialog {

    private StoriesDialog(String title, List<NewsItem> stories, InstantSource clock, Consumer<String> onSymbol) {
        setHeaderTitle(title);
        addClassName("stories-dialog");
        setId("stories");
        setWidth("min(520px, 94vw)");
        StoryList list = new StoryList(
                title,
                symbol -> {
                    close();
                    onSymbol.accept(symbol);
                },
                story -> {
                    close();
                    StoryDialog.open(story, clock, onSymbol);
                });
        list.show(stories);
        add(list);
        Button close = new Button(Texts.of("dialog.close"), event -> close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getFooter().add(close);
    }

    /** Opens these stories; tells of a symbol that is chosen in one. */
    public static void open(String title, List<NewsItem> stories, InstantSource clock, Consumer<String> onSymbol) {
        new StoriesDialog(title, stories, clock, onSymbol).open();
    }
}
