package io.tidemark.dashboard.login;

import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import io.tidemark.dashboard.settings.DashboardSettings;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
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

    /** Spring Security adds that types are not guessed, and over TLS that the browser stays with TLS. */
    static void tellBrowsers(HttpSecurity http) {
        http.headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives(ContentPolicy.WITHOUT_INLINE_SCRIPTS))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"))
                .withObjectPostProcessor(new AtOnce()));
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

    /** Vaadin's page is on its way before Spring Security would add its headers to it. */
    private static final class AtOnce implements ObjectPostProcessor<HeaderWriterFilter> {
        @Override
        public <T extends HeaderWriterFilter> T postProcess(T filter) {
            filter.setShouldWriteHeadersEagerly(true);
            return filter;
        }
    }
}
