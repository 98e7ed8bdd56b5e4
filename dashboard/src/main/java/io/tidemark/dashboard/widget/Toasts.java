package io.tidemark.dashboard.widget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages that pop up in a corner and go by themselves: a few at a time, the rest is a number. How long they stay is up to
 * the style sheet, by the animation {@code toast-life}: the browser holds it while the pointer or the focus is on them.
 */
public final class Toasts extends Div {
    private static final int MOST = 3;

    private final List<Div> shown = new ArrayList<>();
    private final Div more = new Div();
    private int left;

    /** Makes an empty corner. */
    public Toasts(String label) {
        addClassName("toasts");
        getElement()
                .setAttribute("role", "region")
                .setAttribute("aria-label", label)
                .setAttribute("aria-live", "polite");
        more.addClassNames("toast", "toast-more");
        more.setVisible(false);
        add(more);
    }

    /**
     * Has a message pop up, or counts it when there are enough.
     *
     * @param urgent whether it is read aloud at once, and not when there is a pause
     */
    public void show(boolean urgent, String className, Component... content) {
        if (shown.size() >= MOST) {
            left++;
            QuietText.set(more, Texts.of("toast.more", left));
            more.setVisible(true);
            return;
        }
        Div toast = new Div();
        Button close = new Button("\u00d7", event -> {
            remove(toast);
            focusNext();
        });
        close.addClassName("toast-close");
        close.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        close.setAriaLabel(Texts.of("toast.close"));
        toast.addClassNames("toast", className);
        toast.getElement().setAttribute("role", urgent ? "alert" : "status");
        toast.add(content);
        toast.add(close);
        toast.getElement()
                .addEventListener("animationend", event -> remove(toast))
                .setFilter("event.target === element && event.animationName === 'toast-life'");
        shown.add(toast);
        addComponentAtIndex(shown.size() - 1, toast);
    }

    private void remove(Div toast) {
        if (shown.remove(toast)) {
            super.remove(toast);
        }
        if (shown.isEmpty()) {
            left = 0;
            more.setVisible(false);
        }
    }

    /** Whoever closes one by keyboard goes on with the next. */
    private void focusNext() {
        getElement().executeJs("this.querySelector('.toast-close')?.focus()");
    }

    /** Takes all of them away. */
    public void clear() {
        List.copyOf(shown).forEach(this::remove);
    }

    /** How many pop up at the moment. */
    public int shown() {
        return shown.size();
    }

    /** How many did not find room. */
    public int left() {
        return left;
    }
}
