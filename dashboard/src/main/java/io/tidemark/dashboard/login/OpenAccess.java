package io.tidemark.dashboard.login;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import io.tidemark.dashboard.settings.Login;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** Nobody is asked; the settings see to it that nobody comes from elsewhere. */
@Configuration(proxyBeanMethods = false)
@Profile(Login.Open.NAME)
class OpenAccess {

    @Bean
    SecurityFilterChain everybody(HttpSecurity http) {
        PageSecurity.tellBrowsers(http);
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin -> vaadin.enableNavigationAccessControl(false)
                        .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::permitAll));
        return http.build();
    }
}
