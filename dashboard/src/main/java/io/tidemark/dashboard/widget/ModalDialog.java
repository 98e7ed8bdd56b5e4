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
    private boolean open;

    /** Makes a dialog that is closed. */
    public ModalDialog(String id, String title) {
        setId(id);
        addClassName("dialog");
        H2 heading = new H2(title);
        heading.setId(id + "-title");
        Button close = new Button(Texts.of("dialog.close"), event -> close());
        close.setId(id + "-close");
        close.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        Div head = new Div(heading, close);
        head.addClassName("dialog-head");
        getElement().setAttribute("aria-labelledby", id + "-title");
        getElement().addEventListener("close", event -> open = false);
        add(head);
    }

    /** Opens it over the page. */
    public void open() {
        open = true;
        getElement().executeJs("if (!this.open) this.showModal()");
    }

    public void close() {
        open = false;
        getElement().executeJs("this.close()");
    }

    public boolean opened() {
        return open;
    }
}
