package io.tidemark.ingest.feed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.SocketFactory;

/**
 * Bounds what one connection may receive before a message of it is complete. okhttp gathers a message in memory however
 * long it is, so an endless one would end the process; with this the connection breaks instead. Counts bytes on the wire.
 */
final class ReceiveLimit extends SocketFactory {
    private final long limit;
    private final AtomicLong sinceLastMessage = new AtomicLong();

    /**
     * Makes the limit of one connection.
     *
     * @param limit bytes
     */
    ReceiveLimit(long limit) {
        this.limit = limit;
    }

    /** A message is complete: counting begins again. */
    void messageComplete() {
        sinceLastMessage.set(0);
    }

    @Override
    public Socket createSocket() {
        return new CountedSocket();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("okhttp connects its sockets itself");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException("okhttp connects its sockets itself");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("okhttp connects its sockets itself");
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException("okhttp connects its sockets itself");
    }

    private final class CountedSocket extends Socket {
        @Override
        public InputStream getInputStream() throws IOException {
            return new CountedInput(super.getInputStream());
        }
    }

    private final class CountedInput extends FilterInputStream {
        CountedInput(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) throws IOException {
            if (sinceLastMessage.addAndGet(bytes) > limit) {
                throw new IOException("a frame is longer than " + limit + " bytes");
            }
        }
    }
}
