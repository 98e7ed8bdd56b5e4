package io.tidemark.dashboard.widget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;

/** A figure over given data, drawn in the browser: areas, a matrix, bars, a profile. What it takes is in content.ts. */
@Tag("tide-figure")
@NpmPackage(value = "echarts", version = "6.1.0")
@JsModule("./figure/figure.ts")
public final class Figure extends Component implements HasStyle {

    /** The reader chose what stands for a name. */
    @DomEvent("name-chosen")
    public static final class NameChosen extends ComponentEvent<Figure> {
        private final String name;

        public NameChosen(Figure source, boolean fromClient, @EventData("event.detail") String name) {
            super(source, fromClient);
            this.name = name;
        }

        public String name() {
            return name;
        }
    }

    /** Makes a figure that shows nothing yet. */
    public Figure(String label) {
        getElement().setAttribute("role", "img").setAttribute("aria-label", label);
    }

    /** Shows this content; costs nothing if it is what is shown. */
    public void show(String json) {
        if (!json.equals(shown())) {
            getElement().setProperty("data", json);
        }
    }

    /** What was sent to be drawn. */
    public String shown() {
        return getElement().getProperty("data", "");
    }

    /** Has the browser save the figure as it is drawn. */
    public void savePng(String fileName) {
        getElement().callJsFunction("savePng", fileName);
    }

    public Registration onNameChosen(ComponentEventListener<NameChosen> listener) {
        return addListener(NameChosen.class, listener);
    }
}
