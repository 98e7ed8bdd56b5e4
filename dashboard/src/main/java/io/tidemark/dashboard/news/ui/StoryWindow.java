package io.tidemark.dashboard.news.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.tidemark.dashboard.news.NewsItem;
import io.tidemark.dashboard.widget.ModalDialog;
import io.tidemark.dashboard.widget.Texts;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** Stories over the page: one in detail, or a few of which one can be had in detail. It belongs to a view and goes with it. */
public final class StoryWindow {
    private final ModalDialog dialog = new ModalDialog("story", Texts.of("story.title"));
    private final Div content = new Div();
    private final InstantSource clock;
    private final Consumer<String> onSymbol;
    private String key = "";

    /**
     * Makes a window that is closed.
     *
     * @param onSymbol told of a symbol that is chosen in a story
     * @param onClosed told, each time that it closes, the key of the story that was there in detail; empty for a list
     */
    public StoryWindow(InstantSource clock, Consumer<String> onSymbol, Consumer<String> onClosed) {
        this.clock = clock;
        this.onSymbol = symbol -> {
            onSymbol.accept(symbol);
            close();
        };
        content.addClassName("story-window");
        dialog.add(content);
        dialog.onClosed(() -> {
            String closed = key;
            key = "";
            content.removeAll();
            onClosed.accept(closed);
        });
    }

    /** To be put anywhere into the view. */
    public Component component() {
        return dialog;
    }

    /** Shows a story in detail. */
    public void show(NewsItem story) {
        key = story.key();
        fill(Texts.of("story.title"), new StoryDetail(story, clock, onSymbol));
    }

    /** Shows a few stories, newest first. */
    public void show(String title, List<NewsItem> stories) {
        StoryList list = new StoryList(title, onSymbol, this::show);
        key = "";
        fill(title, list);
        list.show(stories);
    }

    private void fill(String title, Component shown) {
        content.removeAll();
        content.add(shown);
        dialog.setTitle(title);
        dialog.open();
    }

    /** Which story is there in detail; empty for none. */
    public String key() {
        return key;
    }

    /** Whether anything is shown. */
    boolean opened() {
        return dialog.opened();
    }

    /** Closes it, if it is open. */
    public void close() {
        dialog.close();
    }
}
