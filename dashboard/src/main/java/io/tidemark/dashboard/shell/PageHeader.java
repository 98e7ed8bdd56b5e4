package io.tidemark.dashboard.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import io.tidemark.dashboard.news.ui.AlertBell;
import io.tidemark.dashboard.preferences.Theme;
import io.tidemark.dashboard.preferences.ui.PreferenceChoices;
import io.tidemark.dashboard.widget.QuietText;
import io.tidemark.dashboard.widget.Texts;
import io.tidemark.dashboard.widget.TimeZoneChoice;

/** The bar on top: name, views, alerts, time zone, theme, and the way to all other settings. */
final class PageHeader extends Header {
    private final Button zone;
    private final Navigation navigation = new Navigation();
    private final AlertBell alerts = new AlertBell();
    private final ThemeSwitch theme = new ThemeSwitch();
    private TimeZoneChoice shownZone = TimeZoneChoice.UTC;

    PageHeader(PreferenceChoices choices, Runnable onSettings) {
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
        theme.onThemeChosen(event -> Theme.of(event.theme()).ifPresent(choices::theme));
        add(mark, name, navigation, gap, alerts, zone, theme, settings(onSettings));
        show(TimeZoneChoice.UTC);
    }

    private static Button settings(Runnable onSettings) {
        Span icon = new Span();
        icon.addClassName("settings-icon");
        icon.getElement().setAttribute("aria-hidden", "true");
        Button button = new Button(Texts.of("settings.open"), icon, event -> onSettings.run());
        button.setId("open-settings");
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(Texts.of("settings.open"));
        button.getElement().setAttribute("aria-haspopup", "dialog");
        return button;
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

    ThemeSwitch theme() {
        return theme;
    }
}
