package io.tidemark.dashboard.login;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tidemark.dashboard.settings.DashboardSettings;
import io.tidemark.dashboard.settings.Login;
import java.time.Duration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/** How many sessions there may be, and who has them. */
@Configuration(proxyBeanMethods = false)
class Sessions {
    /** Long enough to find a password; a page that is open is heard of once a minute. */
    private static final Duration BEFORE_LOGIN = Duration.ofMinutes(5);

    @Bean
    SessionLimit sessionLimit(DashboardSettings settings, MeterRegistry meters) {
        Duration idle = settings.sessions().idle();
        boolean nobodySignsIn = settings.login() instanceof Login.Open;
        Duration idleAtFirst = nobodySignsIn || idle.compareTo(BEFORE_LOGIN) < 0 ? idle : BEFORE_LOGIN;
        SessionLimit limit = new SessionLimit(settings.sessions().total(), idleAtFirst, idle);
        Gauge.builder("tidemark.dashboard.sessions", limit, SessionLimit::open)
                .description("Sessions that are open")
                .register(meters);
        return limit;
    }

    @Bean
    FilterRegistrationBean<SessionLimit> sessionLimitFilter(SessionLimit limit) {
        FilterRegistrationBean<SessionLimit> filter = new FilterRegistrationBean<>(limit);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }

    @Bean
    ServletListenerRegistrationBean<SessionLimit> sessionLimitListener(SessionLimit limit) {
        return new ServletListenerRegistrationBean<>(limit);
    }

    @Bean
    SessionRegistry sessionRegistry() {
        return new SessionRegistryImpl();
    }

    /** Without it the registry never learns that a session is over. */
    @Bean
    ServletListenerRegistrationBean<HttpSessionEventPublisher> sessionEvents() {
        return new ServletListenerRegistrationBean<>(new HttpSessionEventPublisher());
    }
}
