package io.tidemark.dashboard.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port in front of the database that a test closes and opens again, as if the database went away. */
final class DatabaseRelay implements AutoCloseable {
    private final int target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket door;

    DatabaseRelay(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.port = door.getLocalPort();
        admit(door);
    }

    int port() {
        return port;
    }

    /** Cuts every connection and refuses new ones. */
    void cut() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    /** Lets connections through again. */
    void restore() throws IOException {
        door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        admit(door);
    }

    private void admit(ServerSocket at) {
        Thread.ofVirtual().start(() -> {
            while (!at.isClosed()) {
                try {
                    Socket client = at.accept();
                    Socket database = new Socket(InetAddress.getLoopbackAddress(), target);
                    open.add(client);
                    open.add(database);
                    pass(client, database);
                    pass(database, client);
                } catch (IOException e) {
                    // The door was closed, which is what cut() does; anything else shows as a test that waits in vain.
                }
            }
        });
    }

    private static void pass(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try (from;
                    to;
                    InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                in.transferTo(out);
            } catch (IOException e) {
                // Either end was cut; closing the other is all there is to do, and done by now.
            }
        });
    }

    @Override
    public void close() throws IOException {
        cut();
    }
}
