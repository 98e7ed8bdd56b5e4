package io.tidemark.dashboard.widget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The browser's own list to choose one from: as phones have it, by keyboard, and for nothing. */
@Tag("select")
public final class Choice extends Component implements HasStyle {
    private final Consumer<String> onChoice;
    private Map<String, String> options = Map.of();
    private String chosen = "";

    /** Makes an empty list. */
    public Choice(String label, Consumer<String> onChoice) {
        this.onChoice = onChoice;
        addClassName("choice");
        getElement().setAttribute("aria-label", label);
        getElement()
                .addEventListener(
                        "change",
                        event ->
                                choose(event.getEventData().get("element.value").asString()))
                .addEventData("element.value");
    }

    /** What happens when the reader chooses. */
    public void choose(String value) {
        if (options.containsKey(value)) {
            chosen = value;
            onChoice.accept(value);
        }
    }

    /** Offers values with their labels, and marks what is chosen. */
    public void show(Map<String, String> values, String value) {
        if (!values.equals(options)) {
            options = new LinkedHashMap<>(values);
            getElement().removeAllChildren();
            options.forEach((each, label) -> {
                Element option = new Element("option").setText(label).setAttribute("value", each);
                getElement().appendChild(option);
            });
            chosen = "";
        }
        if (!value.equals(chosen)) {
            chosen = value;
            // After the options are there, and whatever the reader chose meanwhile: a property does neither.
            getElement().executeJs("this.value = $0", value);
        }
        setVisible(!options.isEmpty());
    }

    public String chosen() {
        return chosen;
    }
}
