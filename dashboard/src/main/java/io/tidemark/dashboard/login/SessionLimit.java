package io.tidemark.dashboard.login;

import io.tidemark.dashboard.widget.Texts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns browsers away while there are as many sessions as are allowed: each takes memory, and those who are in shall
 * not suffer. Requests that need no session, such as probes, are let through. A few that come at the same moment may
 * pass together. Sessions of those who have not signed in end soon: a program that asks for the page again and again,
 * without cookies, begins one each time.
 */
final class SessionLimit extends OncePerRequestFilter implements HttpSessionListener, HttpSessionIdListener {
    private static final String RETRY_AFTER_SECONDS = "60";

    private final int most;
    private final Duration idleAtFirst;
    private final Duration idle;
    private final AtomicInteger open = new AtomicInteger();

    /**
     * Limits sessions to so many.
     *
     * @param idleAtFirst time after which a session that nobody uses is over, until somebody signs in
     * @param idle the same from then on
     */
    SessionLimit(int most, Duration idleAtFirst, Duration idle) {
        this.most = most;
        this.idleAtFirst = idleAtFirst;
        this.idle = idle;
    }

    /** Sessions that there are. */
    int open() {
        return open.get();
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        open.incrementAndGet();
        event.getSession().setMaxInactiveInterval(Math.toIntExact(idleAtFirst.toSeconds()));
    }

    /** A session gets another id when somebody signs in, so that nobody else can know it. */
    @Override
    public void sessionIdChanged(HttpSessionEvent event, String oldSessionId) {
        event.getSession().setMaxInactiveInterval(Math.toIntExact(idle.toSeconds()));
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        open.decrementAndGet();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/health") || path.equals("/metrics");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (open.get() < most || request.getSession(false) != null) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        SecurityHeaders.write(request, response);
        response.setContentType("text/plain");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().println(Texts.of("sessions.full"));
    }
}
