package io.tidemark.dashboard.widget;

import com.vaadin.flow.server.communication.PushConnection;

/** A push connection that a test cuts and restores. */
public final class SwitchedPush implements PushConnection {
    private boolean connected = true;

    public void cut() {
        connected = false;
    }

    public void restore() {
        connected = true;
    }

    @Override
    public void push() {
        // Without a browser there is nobody to send to.
    }

    @Override
    public void disconnect() {
        connected = false;
    }

    @Override
    public boolean isConnected() {
        return connected;
    }
}
