package io.tidemark.dashboard.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import io.tidemark.dashboard.news.ui.AlertBell;
import io.tidemark.dashboard.widget.QuietText;
import io.tidemark.dashboard.widget.Texts;
import io.tidemark.dashboard.widget.TimeZoneChoice;

/** The bar on top: name, views, alerts, time zone and theme. */
final class PageHeader extends Header {
    private final Button zone;
    private final Navigation navigation = new Navigation();
    private final AlertBell alerts = new AlertBell();
    private TimeZoneChoice shownZone = TimeZoneChoice.UTC;

    /** What a reader does here. */
    interface Choices {
        void zone(TimeZoneChoice zone);

        void theme(String theme);
    }

    PageHeader(Choices choices) {
        addClassName("page-head");
        Span mark = new Span();
        mark.addClassName("mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        H1 name = new H1("Tidemark");
        name.addClassName("page-name");
        zone = new Button("", event -> choices.zone(shownZone.other()));
        zone.setId("zone");
        zone.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        Span gap = new Span();
        gap.addClassName("gap");
        ThemeSwitch theme = new ThemeSwitch();
        theme.onThemeChosen(event -> choices.theme(event.theme()));
        add(mark, name, navigation, gap, alerts, zone, theme);
        show(TimeZoneChoice.UTC);
    }

    /** Whose page it is, and the way out. */
    void show(Account account) {
        String name = account.name().orElse("");
        Button leave = new Button(Texts.of("login.leave"), event -> account.leave());
        leave.setId("leave");
        leave.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        leave.setTooltipText(Texts.of("login.leave.label", name));
        leave.setAriaLabel(Texts.of("login.leave.label", name));
        add(leave);
    }

    void show(TimeZoneChoice choice) {
        shownZone = choice;
        QuietText.set(zone, choice.label());
        zone.setAriaLabel(Texts.of("zone.label", choice.label(), choice.other().label()));
    }

    Navigation navigation() {
        return navigation;
    }

    AlertBell alerts() {
        return alerts;
    }
}
