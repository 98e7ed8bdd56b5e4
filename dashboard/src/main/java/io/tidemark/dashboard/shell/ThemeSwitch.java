package io.tidemark.dashboard.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;

/** Dark or light, changed by the browser at once; the server learns of it, and tells it what is changed elsewhere. */
@Tag("tide-theme-switch")
@JsModule("./theme/theme-switch.ts")
public final class ThemeSwitch extends Component {
    /** An empty theme is the system's, which may change by itself. */
    private static final String SHOW = """
            const [theme, remember] = [$0, $1];
            this.system ??= matchMedia('(prefers-color-scheme: light)');
            const show = () => {
              this.theme = theme || (this.system.matches ? 'light' : 'dark');
              document.documentElement.setAttribute('theme', this.theme);
            };
            this.system.onchange = theme ? null : show;
            show();
            try {
              if (remember && theme) {
                localStorage.setItem('tidemark.theme', theme);
              } else if (remember) {
                localStorage.removeItem('tidemark.theme');
              }
            } catch {
              // A browser that keeps nothing learns the theme from the server.
            }""";

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

    /**
     * Shows a theme.
     *
     * @param theme dark or light, empty for the system's
     * @param remember whether the browser shows it before the server has said anything the next time
     */
    void show(String theme, boolean remember) {
        getElement().executeJs(SHOW, theme, remember);
    }

    Registration onThemeChosen(ComponentEventListener<ThemeChosen> listener) {
        return addListener(ThemeChosen.class, listener);
    }
}
