package io.tidemark.dashboard.widget;

import com.vaadin.flow.component.HasText;

/** Text that is sent to the browser only when it is another: Flow itself sends every text that is set. */
public final class QuietText {

    private QuietText() {}

    public static void set(HasText element, String text) {
        if (!text.equals(element.getText())) {
            element.setText(text);
        }
    }
}
