package io.tidemark.dashboard.login;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import io.tidemark.dashboard.settings.DashboardSettings;
import io.tidemark.dashboard.settings.Login;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;

/** An OpenID Connect provider says who readers are; whoever it lets in may read. */
@Configuration(proxyBeanMethods = false)
@Profile(Login.Oidc.NAME)
class OidcLogin {
    private static final String REGISTRATION = "oidc";

    /** Where a reader is sent to the provider from. */
    static final String BEGIN = "/oauth2/authorization/" + REGISTRATION;

    @Bean
    SecurityFilterChain signIn(HttpSecurity http, DashboardSettings settings, SessionRegistry registry) {
        PageSecurity.tellBrowsers(http);
        PageSecurity.openToEverybody(http);
        PageSecurity.limitSessions(http, settings.sessions(), registry);
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin -> vaadin.oauth2LoginPage(PageSecurity.LOGIN, "{baseUrl}" + PageSecurity.LOGIN));
        return http.build();
    }

    /** The provider is asked for its addresses when the first reader signs in: the page starts without it. */
    @Bean
    ClientRegistrationRepository providers(DashboardSettings settings) {
        return new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(registration(settings.login())));
    }

    private static ClientRegistration registration(Login login) {
        if (login instanceof Login.Oidc(var issuer, var clientId, var clientSecret)) {
            return ClientRegistrations.fromIssuerLocation(issuer.toString())
                    .registrationId(REGISTRATION)
                    .clientId(clientId)
                    .clientSecret(clientSecret)
                    .scope("openid", "profile")
                    .build();
        }
        throw new IllegalStateException("no provider is set");
    }
}
