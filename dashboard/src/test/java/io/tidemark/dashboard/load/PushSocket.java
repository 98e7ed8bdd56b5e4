package io.tidemark.dashboard.load;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.CloseReason;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Extension;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import jakarta.websocket.WebSocketContainer;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** A push connection as browsers open it: compressed, because that costs the server time and memory for each. */
final class PushSocket extends Endpoint implements AutoCloseable {
    private static final String DEFLATE = "permessage-deflate";

    /** An extension by its name alone. */
    private record Named(String getName) implements Extension {
        @Override
        public List<Parameter> getParameters() {
            return List.of();
        }
    }

    /** Who is told what happens here. */
    interface Listener {
        /** A message came, at an instant of System.nanoTime. */
        void message(String message, long nanos);

        /** There will be no more. */
        void lost(String why);
    }

    private final Listener listener;
    private final PushMessages messages = new PushMessages();
    private volatile boolean closing;
    private final Session session;

    private PushSocket(WebSocketContainer sockets, URI address, String cookie, Listener listener)
            throws IOException, DeploymentException {
        this.listener = listener;
        ClientEndpointConfig config = ClientEndpointConfig.Builder.create()
                .extensions(List.of(new Named(DEFLATE)))
                .configurator(new ClientEndpointConfig.Configurator() {
                    @Override
                    public void beforeRequest(Map<String, List<String>> headers) {
                        headers.put("Cookie", List.of(cookie));
                    }
                })
                .build();
        this.session = sockets.connectToServer(this, config, address);
    }

    static PushSocket open(WebSocketContainer sockets, URI address, String cookie, Listener listener)
            throws IOException, DeploymentException {
        return new PushSocket(sockets, address, cookie, listener);
    }

    /** Whether the server compresses what it sends here. */
    boolean compressed() {
        return session.getNegotiatedExtensions().stream()
                .anyMatch(extension -> extension.getName().equals(DEFLATE));
    }

    @Override
    public void onOpen(Session opened, EndpointConfig config) {
        opened.addMessageHandler(String.class, (MessageHandler.Partial<String>) (piece, last) -> {
            long nanos = System.nanoTime();
            messages.take(piece).forEach(message -> listener.message(message, nanos));
        });
    }

    @Override
    public void onClose(Session closed, CloseReason reason) {
        if (!closing) {
            listener.lost("the server closed a push connection: " + reason);
        }
    }

    @Override
    public void onError(Session failed, Throwable why) {
        if (!closing) {
            listener.lost("a push connection failed: " + why);
        }
    }

    @Override
    public void close() throws IOException {
        closing = true;
        session.close();
    }
}
