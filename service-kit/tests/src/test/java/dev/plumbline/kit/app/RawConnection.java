package dev.plumbline.kit.app;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A connection to the application, for clients that do as they like. */
final class RawConnection implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Socket socket;
    private final PushbackInputStream in;

    private RawConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new PushbackInputStream(socket.getInputStream());
    }

    static RawConnection open() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
        return new RawConnection(socket);
    }

    /** Sends text, in the characters that HTTP has for its head. */
    RawConnection send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** Sends so many bytes, or as many as the other side takes. */
    void sendAsManyAsAreTaken(int bytes) {
        byte[] portion = new byte[64 * 1024];
        try {
            for (int sent = 0; sent < bytes; sent += portion.length) {
                socket.getOutputStream().write(portion, 0, Math.min(portion.length, bytes - sent));
            }
        } catch (IOException e) {
            // It was cut off, which is what the test looks at.
        }
    }

    /**
     * Everything that comes until the other side ends the connection.
     *
     * @throws SocketTimeoutException where it does not
     */
    String readToEnd() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            in.transferTo(all);
        } catch (SocketException e) {
            // Ended with a reset, because something that was sent was not read.
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    /** Waits so long for the other side to say something, which is left to be read, or to end the connection. */
    boolean hasAnswerWithin(Duration wait) throws IOException {
        socket.setSoTimeout(Math.toIntExact(wait.toMillis()));
        try {
            int first = in.read();
            if (first >= 0) {
                in.unread(first);
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        } finally {
            socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
