package io.tidemark.dashboard.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;

/** Dark or light, changed and remembered by the browser alone; the server only learns of it for the link. */
@Tag("tide-theme-switch")
@JsModule("./theme/theme-switch.ts")
public final class ThemeSwitch extends Component {

    /** The reader chose a theme. */
    @DomEvent("theme-chosen")
    public static final class ThemeChosen extends ComponentEvent<ThemeSwitch> {
        private final String theme;

        public ThemeChosen(ThemeSwitch source, boolean fromClient, @EventData("event.detail") String theme) {
            super(source, fromClient);
            this.theme = theme;
        }

        /** dark or light. */
        public String theme() {
            return theme;
        }
    }

    Registration onThemeChosen(ComponentEventListener<ThemeChosen> listener) {
        return addListener(ThemeChosen.class, listener);
    }
}
