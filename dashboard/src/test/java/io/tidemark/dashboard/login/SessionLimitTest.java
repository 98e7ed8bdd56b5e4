package io.tidemark.dashboard.login;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSessionEvent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

class SessionLimitTest {
    private final SessionLimit limit = new SessionLimit(1, Duration.ofMinutes(5), Duration.ofMinutes(30));
    private final MockHttpSession session = new MockHttpSession();

    @Test
    void one_too_many_is_told_to_come_back() throws Exception {
        assertThat(answer("/", null).getStatus()).isEqualTo(200);
        limit.sessionCreated(new HttpSessionEvent(session));

        MockHttpServletResponse refused = answer("/", null);

        assertThat(refused.getStatus()).isEqualTo(503);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("60");
        assertThat(refused.getContentAsString()).contains("As many people are reading");
        assertThat(refused.getHeaderNames())
                .contains(
                        "X-Content-Type-Options",
                        "X-Frame-Options",
                        "Content-Security-Policy",
                        "Referrer-Policy",
                        "Cross-Origin-Opener-Policy",
                        "Permissions-Policy",
                        "Cache-Control");
    }

    @Test
    void whoever_is_in_and_whoever_needs_no_session_notices_nothing() throws Exception {
        limit.sessionCreated(new HttpSessionEvent(session));

        assertThat(answer("/", session).getStatus()).isEqualTo(200);
        assertThat(answer("/health/liveness", null).getStatus()).isEqualTo(200);
        assertThat(answer("/metrics", null).getStatus()).isEqualTo(200);
    }

    @Test
    void a_session_that_is_over_makes_room() throws Exception {
        limit.sessionCreated(new HttpSessionEvent(session));
        limit.sessionDestroyed(new HttpSessionEvent(session));

        assertThat(limit.open()).isZero();
        assertThat(answer("/", null).getStatus()).isEqualTo(200);
    }

    @Test
    void a_session_lasts_once_somebody_has_signed_in() {
        limit.sessionCreated(new HttpSessionEvent(session));
        assertThat(session.getMaxInactiveInterval()).isEqualTo(300);

        String before = session.getId();
        session.changeSessionId();
        limit.sessionIdChanged(new HttpSessionEvent(session), before);

        assertThat(session.getMaxInactiveInterval()).isEqualTo(1800);
    }

    private MockHttpServletResponse answer(String path, @Nullable MockHttpSession of) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        if (of != null) {
            request.setSession(of);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        limit.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
