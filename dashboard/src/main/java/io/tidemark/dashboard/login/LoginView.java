package io.tidemark.dashboard.login;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.tidemark.dashboard.settings.DashboardSettings;
import io.tidemark.dashboard.settings.Login;
import io.tidemark.dashboard.widget.Texts;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * Where readers sign in. A form that the browser itself sends: password managers know it, and the password is no part
 * of what this page and the server otherwise tell each other.
 */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
public final class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    /** In the address when the session was ended because of others. */
    static final String ENDED = "ended";

    /** In the address, with the seconds, when passwords were wrong too often. */
    static final String WAIT = "wait";

    private final Login login;
    private final Paragraph message = new Paragraph();

    LoginView(DashboardSettings settings) {
        login = settings.login();
        addClassName("login");
        Span mark = new Span();
        mark.addClassName("mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        Div head = new Div(mark, new H1("Tidemark"));
        head.addClassName("login-head");
        message.setId("login-message");
        // Read aloud when the page comes back with it.
        message.getElement().setAttribute("role", "alert");
        Div panel = new Div(head, message);
        panel.addClassNames("panel", "login-panel");
        switch (login) {
            case Login.Users users -> panel.getElement().appendChild(form());
            case Login.Oidc oidc -> panel.add(provider());
            case Login.Open open -> {}
        }
        add(panel);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (login instanceof Login.Open) {
            event.forwardTo("");
            return;
        }
        String text = messageOf(event.getLocation().getQueryParameters());
        message.setText(text);
        message.setVisible(!text.isEmpty());
    }

    private static String messageOf(QueryParameters query) {
        Optional<String> wait = query.getSingleParameter(WAIT).filter(text -> text.matches("[1-9]\\d{0,3}"));
        if (wait.isPresent()) {
            int seconds = Integer.parseInt(wait.get());
            boolean minutes = seconds > 90;
            return Texts.of(minutes ? "login.wait.minutes" : "login.wait", minutes ? (seconds + 59) / 60 : seconds);
        }
        return Map.of("error", "login.wrong", ENDED, "login.ended").entrySet().stream()
                .filter(told -> query.getParameters().containsKey(told.getKey()))
                .map(told -> Texts.of(told.getValue()))
                .findFirst()
                .orElse("");
    }

    @Override
    public String getPageTitle() {
        return Texts.of("login.title") + " \u00b7 Tidemark";
    }

    private static Anchor provider() {
        Anchor begin = new Anchor(OidcLogin.BEGIN, Texts.of("login.provider"));
        begin.setId("login-provider");
        // Leads out of the page, to another site in the end.
        begin.setRouterIgnore(true);
        return begin;
    }

    private static Element form() {
        Element form = new Element("form")
                .setAttribute("method", "post")
                .setAttribute("action", PageSecurity.LOGIN.substring(1));
        form.appendChild(field("username", "text", "login.name", "username"));
        form.appendChild(field("password", "password", "login.password", "current-password"));
        if (VaadinRequest.getCurrent() != null
                && VaadinRequest.getCurrent().getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            form.appendChild(new Element("input")
                    .setAttribute("type", "hidden")
                    .setAttribute("name", token.getParameterName())
                    .setAttribute("value", token.getToken()));
        }
        Element submit = new Element("button").setAttribute("type", "submit").setAttribute("id", "login-submit");
        submit.setText(Texts.of("login.submit"));
        return form.appendChild(submit);
    }

    private static Element field(String name, String type, String label, String autocomplete) {
        Element input = new Element("input")
                .setAttribute("name", name)
                .setAttribute("id", "login-" + name)
                .setAttribute("type", type)
                .setAttribute("autocomplete", autocomplete)
                .setAttribute("autocapitalize", "none")
                .setAttribute("required", true);
        Element caption = new Element("span");
        caption.setText(Texts.of(label));
        return new Element("label").appendChild(caption, input);
    }
}
