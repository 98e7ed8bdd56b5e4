package io.tidemark.dashboard.widget;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A few buttons of which one is pressed. */
public final class Toggles extends Div {
    private final Map<String, Button> buttons = new LinkedHashMap<>();

    /**
     * Makes buttons none of which is pressed.
     *
     * @param id that the buttons' ids begin with
     * @param labels what is chosen, and its label
     */
    public Toggles(String id, String label, Map<String, String> labels, Consumer<String> onChoice) {
        addClassName("scope");
        getElement().setAttribute("role", "group").setAttribute("aria-label", label);
        labels.forEach((value, text) -> {
            Button button = new Button(text, event -> onChoice.accept(value));
            button.setId(id + "-" + value);
            button.addThemeVariants(ButtonVariant.LUMO_SMALL);
            buttons.put(value, button);
            add(button);
        });
    }

    public void press(String value) {
        buttons.forEach((each, button) ->
                button.getElement().setAttribute("aria-pressed", Boolean.toString(each.equals(value))));
    }
}
