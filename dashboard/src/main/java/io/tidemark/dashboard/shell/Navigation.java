package io.tidemark.dashboard.shell;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.QueryParameters;
import io.tidemark.dashboard.widget.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The way from view to view. Each link leads to what was last seen there, in the zone and theme of now. */
@JsModule("./shell/go-keys.ts")
final class Navigation extends Nav {
    private final Map<View, Anchor> links = new EnumMap<>(View.class);
    private final Map<View, QueryParameters> lastSeen = new EnumMap<>(View.class);

    Navigation() {
        addClassName("page-nav");
        getElement().setAttribute("aria-label", Texts.of("nav.label"));
        for (View view : View.values()) {
            Anchor link = new Anchor("/" + view.path(), view.label());
            link.getElement()
                    .setAttribute("router-link", true)
                    .setAttribute("data-go", view.key())
                    .setAttribute("title", Texts.of("nav.key", view.label(), view.key()));
            links.put(view, link);
            add(link);
        }
    }

    /** Says where the reader is, and how. */
    void show(View here, QueryParameters query) {
        lastSeen.put(here, query);
        links.forEach((view, link) -> {
            if (view == here) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
            link.setHref(address(view, query));
        });
    }

    private String address(View view, QueryParameters now) {
        QueryParameters query =
                lastSeen.getOrDefault(view, QueryParameters.empty()).excluding("zone", "theme");
        for (String kept : List.of("zone", "theme")) {
            String value = now.getSingleParameter(kept).orElse("");
            query = value.isEmpty() ? query : query.merging(kept, value);
        }
        String text = query.getQueryString();
        return "/" + view.path() + (text.isEmpty() ? "" : "?" + text);
    }
}
