package io.tidemark.dashboard.preferences.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.VaadinSession;
import io.tidemark.dashboard.preferences.BrowserPreferences;
import io.tidemark.dashboard.preferences.Kept;
import io.tidemark.dashboard.preferences.Preferences;
import io.tidemark.dashboard.preferences.PreferencesText;
import io.tidemark.dashboard.preferences.ReaderPreferences;
import io.tidemark.dashboard.preferences.Readers;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The preferences of a page's reader, brought to the page whenever they change, on whatever page that was. */
public final class PagePreferences {
    private final ReaderPreferences reader;
    private final Runnable page;
    private Runnable end = () -> {};
    private String remembered = "";

    /**
     * Knows whose page it is.
     *
     * @param name what tells the reader from all others; none for one who has not signed in, whose browser remembers
     * @param page shows what is current
     */
    public PagePreferences(Optional<String> name, Readers readers, Runnable page) {
        this.reader = name.map(readers::named).orElseGet(PagePreferences::ofThisBrowser);
        this.page = page;
    }

    /** Pages of one browser are in one session. */
    private static ReaderPreferences ofThisBrowser() {
        VaadinSession session = VaadinSession.getCurrent();
        BrowserPreferences known = session.getAttribute(BrowserPreferences.class);
        if (known == null) {
            known = new BrowserPreferences();
            session.setAttribute(BrowserPreferences.class, known);
        }
        return known;
    }

    /** Listens until {@link #detach}. */
    public void attach(UI ui) {
        end = reader.subscribe(kept -> bring(ui));
        if (reader instanceof BrowserPreferences browser && !browser.current().known()) {
            new BrowserMemory(ui).read(text -> {
                remembered = text;
                browser.learn(PreferencesText.read(text));
            });
        }
    }

    public void detach() {
        end.run();
    }

    /** Whether the reader is known by name, and so on every device. */
    public boolean named() {
        return !(reader instanceof BrowserPreferences);
    }

    public Kept current() {
        return reader.current();
    }

    public void change(UnaryOperator<Preferences> change) {
        reader.change(change);
    }

    /** What is current when the page gets to it, not what was told: tellings may overtake each other. */
    private void bring(UI ui) {
        try {
            var unused = ui.access(() -> {
                remember(ui);
                page.run();
            });
        } catch (UIDetachedException e) {
            // The page was closed this very moment; detach ends the subscription.
            end.run();
        }
    }

    private void remember(UI ui) {
        String text = PreferencesText.write(current().preferences());
        if (!named() && current().known() && !text.equals(remembered)) {
            remembered = text;
            new BrowserMemory(ui).write(text);
        }
    }
}
