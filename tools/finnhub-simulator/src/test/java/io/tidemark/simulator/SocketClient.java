package io.tidemark.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A WebSocket client over a plain socket, for tests of what happens to the connection itself: it reads only when told to, and
 * sees the end of the stream exactly where it is.
 */
final class SocketClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TEXT = 1;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    SocketClient(int port, String key) throws IOException {
        socket = new Socket();
        // Small, so that a recording does not fit into the buffers between server and client.
        socket.setReceiveBufferSize(64 * 1024);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        out = socket.getOutputStream();
        String request = "GET /?token=" + key + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        out.write(request.getBytes(StandardCharsets.US_ASCII));
        int matched = 0;
        while (matched < 4) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("no answer to the handshake");
            }
            matched = next == "\r\n\r\n".charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
        }
    }

    SocketClient subscribe(String... symbols) throws IOException {
        for (String symbol : symbols) {
            byte[] text = JSON.createObjectNode()
                    .put("type", "subscribe")
                    .put("symbol", symbol)
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
            // Masked with zeros, which changes nothing.
            byte[] frame = new byte[6 + text.length];
            frame[0] = (byte) (0x80 | TEXT);
            frame[1] = (byte) (0x80 | text.length);
            System.arraycopy(text, 0, frame, 6, text.length);
            out.write(frame);
        }
        return this;
    }

    /** Reads trades until there are enough or the stream ends; a frame cut short by the end is not returned. */
    List<JsonNode> readTrades(int enough) throws IOException {
        List<JsonNode> trades = new ArrayList<>();
        try {
            while (trades.size() < enough) {
                int opcode = in.readUnsignedByte() & 0xf;
                byte[] payload = new byte[length()];
                in.readFully(payload);
                if (opcode == TEXT) {
                    JSON.readTree(payload).path("data").forEach(trades::add);
                }
            }
        } catch (EOFException e) {
            return trades;
        }
        return trades;
    }

    private int length() throws IOException {
        int length = in.readUnsignedByte();
        if (length == 126) {
            return in.readUnsignedShort();
        }
        return length == 127 ? Math.toIntExact(in.readLong()) : length;
    }

    /** Whether the connection is open and, after what is under way, nothing comes for a time. */
    boolean isSilent(int ms) throws IOException {
        socket.setSoTimeout(ms);
        try {
            int next = in.read();
            while (next >= 0) {
                next = in.read();
            }
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
