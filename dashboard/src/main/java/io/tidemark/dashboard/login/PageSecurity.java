package io.tidemark.dashboard.login;

import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import io.tidemark.dashboard.settings.DashboardSettings;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.session.SimpleRedirectSessionInformationExpiredStrategy;

/** What all ways to sign in have in common. */
final class PageSecurity {
    /** Where readers sign in. */
    static final String LOGIN = "/login";

    /** Probes, Prometheus, and what the page that asks for a password is made of. */
    private static final String[] FOR_EVERYBODY = {
        "/health", "/health/**", "/metrics", "/*.css", "/*.svg", "/fonts/**", "/error"
    };

    private PageSecurity() {}

    /** Vaadin's page is on its way before Spring Security would add headers to it. */
    static void tellBrowsers(HttpSecurity http) {
        http.headers(headers -> {
            headers.defaultsDisabled().withObjectPostProcessor(new AtOnce());
            SecurityHeaders.writers().forEach(headers::addHeaderWriter);
        });
    }

    static void openToEverybody(HttpSecurity http) {
        http.authorizeHttpRequests(
                requests -> requests.requestMatchers(FOR_EVERYBODY).permitAll());
    }

    /** A user who signs in once too often is signed out where that was longest ago. */
    static void limitSessions(HttpSecurity http, DashboardSettings.Sessions limits, SessionRegistry registry) {
        http.sessionManagement(sessions -> sessions.maximumSessions(limits.perUser())
                .sessionRegistry(registry)
                .expiredSessionStrategy(new SimpleRedirectSessionInformationExpiredStrategy(
                        LOGIN + "?" + LoginView.ENDED, new UidlRedirectStrategy())));
    }

    /** Has headers written before the answer, and not when it is sent. */
    private static final class AtOnce implements ObjectPostProcessor<HeaderWriterFilter> {
        @Override
        public <T extends HeaderWriterFilter> T postProcess(T filter) {
            filter.setShouldWriteHeadersEagerly(true);
            return filter;
        }
    }
}
