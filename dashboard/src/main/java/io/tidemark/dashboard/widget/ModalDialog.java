package io.tidemark.dashboard.widget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;

/**
 * The browser's own dialog: it keeps the focus within, closes on Escape and gives the focus back to where it was, and all
 * that for nothing.
 */
@Tag("dialog")
public final class ModalDialog extends Component implements HasComponents, HasStyle {
    /**
     * A dialog that is moved in the page, as the router does with a view that has just been loaded, is open after that but
     * not modal any more: so it is looked at again when the page has been laid out.
     */
    private static final String SHOW = """
            this.wanted = true;
            const show = () => {
              if (this.open && !this.matches(':modal')) {
                this.removeAttribute('open');
              }
              if (this.wanted && this.isConnected && !this.open) {
                this.showModal();
              }
            };
            show();
            requestAnimationFrame(show);""";

    private final H2 heading = new H2();
    private Runnable closed = () -> {};
    private boolean open;

    /** Makes a dialog that is closed. */
    public ModalDialog(String id, String title) {
        setId(id);
        addClassName("dialog");
        heading.setText(title);
        heading.setId(id + "-title");
        Button close = new Button(Texts.of("dialog.close"), event -> close());
        close.setId(id + "-close");
        close.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        Div head = new Div(heading, close);
        head.addClassName("dialog-head");
        getElement().setAttribute("aria-labelledby", id + "-title");
        getElement().executeJs("this.addEventListener('close', () => (this.wanted = false))");
        getElement().addEventListener("close", event -> ended());
        add(head);
    }

    /** Opens it over the page. */
    public void open() {
        open = true;
        getElement().executeJs(SHOW);
    }

    /** Closes it, if it is open. */
    public void close() {
        if (open) {
            getElement().executeJs("this.wanted = false; this.close()");
            ended();
        }
    }

    /** The browser tells of what the reader closes, and of what was closed here; each is one end. */
    private void ended() {
        if (open) {
            open = false;
            closed.run();
        }
    }

    /** Has something done each time that it closes. */
    public void onClosed(Runnable action) {
        closed = action;
    }

    public void setTitle(String title) {
        QuietText.set(heading, title);
    }

    public boolean opened() {
        return open;
    }
}
