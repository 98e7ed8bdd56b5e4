package io.tidemark.dashboard.login;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlRequestListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Marks the scripts within a page with a number that is used once, and lets the browser run no others. */
@Component
final class ScriptNonce implements VaadinServiceInitListener, IndexHtmlRequestListener {
    private static final int BYTES = 16;

    private final transient SecureRandom random = new SecureRandom();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this);
    }

    @Override
    public void modifyIndexHtmlResponse(IndexHtmlResponse page) {
        byte[] number = new byte[BYTES];
        random.nextBytes(number);
        String nonce = Base64.getEncoder().encodeToString(number);
        page.getDocument().select("script").attr("nonce", nonce);
        page.getVaadinResponse().setHeader("Content-Security-Policy", ContentPolicy.of(nonce));
        // Vaadin's own word would let the page's own address frame it.
        page.getVaadinResponse().setHeader("X-Frame-Options", "DENY");
    }
}
