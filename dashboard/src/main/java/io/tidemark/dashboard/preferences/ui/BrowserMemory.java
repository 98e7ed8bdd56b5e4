package io.tidemark.dashboard.preferences.ui;

import com.vaadin.flow.component.UI;
import java.util.function.Consumer;

/** What the reader's browser keeps of preferences; a browser that keeps nothing is as one that was never here. */
final class BrowserMemory {
    /** Before there were settings, browsers kept the theme alone. */
    private static final String READ = """
            try {
              const theme = localStorage.getItem('tidemark.theme');
              return localStorage.getItem('tidemark.settings') ?? (theme ? JSON.stringify({ theme }) : '');
            } catch {
              return '';
            }""";

    private static final String WRITE = """
            try {
              localStorage.setItem('tidemark.settings', $0);
            } catch {
              // It counts until the session ends.
            }""";

    private final UI ui;

    BrowserMemory(UI ui) {
        this.ui = ui;
    }

    void read(Consumer<String> reader) {
        ui.getPage().executeJs(READ).then(String.class, reader::accept);
    }

    void write(String text) {
        ui.getPage().executeJs(WRITE, text);
    }
}
