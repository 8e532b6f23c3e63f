package dev.plumbline.decision;

import dev.plumbline.kit.testing.Tokens;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** A client that asks and then reads as much as the test likes: bytes of HTTP/1.1 on a socket with a small buffer. */
final class RawClient implements AutoCloseable {
    private static final int SMALL = 4096;

    private final Socket socket = new Socket();

    private RawClient() {}

    static RawClient get(String path, String accept, Map<String, String> headers) {
        StringBuilder lines = new StringBuilder();
        headers.forEach(
                (name, value) -> lines.append(name).append(": ").append(value).append("\r\n"));
        return send("GET " + path, anybody("integration"), accept, lines + "\r\n");
    }

    static RawClient post(String path, String role, String accept, String json) {
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        String headers = "Content-Type: application/json\r\nContent-Length: " + length + "\r\n";
        return send("POST " + path, anybody(role), accept, headers + "\r\n" + json);
    }

    /** The token of somebody who has not called before: of what is dear, nobody gets more than half. */
    private static String anybody(String role) {
        return Tokens.of("somebody-" + UUID.randomUUID(), role);
    }

    private static RawClient send(String call, String token, String accept, String rest) {
        RawClient client = new RawClient();
        try {
            client.socket.setReceiveBufferSize(SMALL);
            client.socket.connect(new InetSocketAddress("localhost", RestAssured.port));
            client.socket.setSoTimeout(20_000);
            String request = call + " HTTP/1.1\r\nHost: localhost\r\nAccept: " + accept + "\r\nAuthorization: Bearer "
                    + token + "\r\n" + rest;
            client.socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return client;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next bytes, at least one; fewer than there is room for. */
    String readSome() {
        try {
            byte[] some = new byte[SMALL];
            int read = socket.getInputStream().read(some);
            return read < 0 ? "" : new String(some, 0, read, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads to where the connection ends, in whatever way: how much there was, and whether the answer came to its end. */
    Rest readToEnd() {
        long read = 0;
        String tail = "";
        byte[] some = new byte[SMALL];
        try {
            InputStream in = socket.getInputStream();
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                read += n;
                String text = tail + new String(some, 0, n, StandardCharsets.ISO_8859_1);
                tail = text.substring(Math.max(0, text.length() - 7));
                if (tail.endsWith("\r\n0\r\n\r\n")) {
                    return new Rest(read, true);
                }
            }
            return new Rest(read, false);
        } catch (java.net.SocketTimeoutException e) {
            throw new AssertionError("neither ended nor broken off", e);
        } catch (IOException e) {
            return new Rest(read, false);
        }
    }

    /** What was left of an answer. */
    record Rest(long bytes, boolean whole) {}

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
