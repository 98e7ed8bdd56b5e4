package io.tidemark.dashboard.page;

import com.vaadin.flow.component.HasText;

/** Text that is sent to the browser only when it is another: Flow itself sends every text that is set. */
final class QuietText {

    private QuietText() {}

    static void set(HasText element, String text) {
        if (!text.equals(element.getText())) {
            element.setText(text);
        }
    }
}
