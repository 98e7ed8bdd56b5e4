package io.tidemark.dashboard.login;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import io.tidemark.dashboard.settings.DashboardSettings;
import io.tidemark.dashboard.settings.Login;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

/** Users and hashes of their passwords are settings. */
@Configuration(proxyBeanMethods = false)
@Profile(Login.Users.NAME)
class UserLogin {

    @Bean
    LoginThrottle loginThrottle(InstantSource clock) {
        return new LoginThrottle(clock);
    }

    @Bean
    SecurityFilterChain signIn(
            HttpSecurity http, DashboardSettings settings, SessionRegistry registry, LoginThrottle throttle) {
        PageSecurity.tellBrowsers(http);
        PageSecurity.openToEverybody(http);
        PageSecurity.limitSessions(http, settings.sessions(), registry);
        http.addFilterBefore(new LoginThrottleFilter(throttle), UsernamePasswordAuthenticationFilter.class);
        http.with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.loginView(LoginView.class));
        return http.build();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordHash.encoder();
    }

    @Bean
    UserDetailsService users(DashboardSettings settings) {
        InMemoryUserDetailsManager users = new InMemoryUserDetailsManager();
        if (settings.login() instanceof Login.Users(var hashes)) {
            hashes.forEach((name, hash) -> users.createUser(
                    User.withUsername(name).password(hash).roles("READER").build()));
        }
        return users;
    }
}
