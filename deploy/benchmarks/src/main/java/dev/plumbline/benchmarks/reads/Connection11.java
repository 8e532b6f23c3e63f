package dev.plumbline.benchmarks.reads;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One kept-alive HTTP/1.1 connection that asks and waits. The client shares the machine with what it measures, so it does
 * no more than find where an answer ends, as a database driver does on its side.
 */
final class Connection11 implements AutoCloseable {
    private static final int HEX = 16;

    private final Socket socket;
    private final InputStream in;
    private final String headers;

    Connection11(URI service, String token) throws IOException {
        this.socket = new Socket(service.getHost(), service.getPort());
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        this.headers = " HTTP/1.1\r\nHost: " + service.getAuthority() + "\r\nAccept: application/json\r\n"
                + "Authorization: Bearer " + token + "\r\n\r\n";
    }

    /**
     * Reads a resource to its end.
     *
     * @return bytes of its body, 1 or more
     * @throws IllegalStateException if the answer is another than 200
     */
    int get(String path) throws IOException {
        socket.getOutputStream().write(("GET " + path + headers).getBytes(StandardCharsets.US_ASCII));
        String status = line();
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IllegalStateException(path + " answered " + status);
        }
        int length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            @Nullable String value = valueOf("content-length:", header);
            if (value != null) {
                length = Integer.parseInt(value);
            }
        }
        return length >= 0 ? skip(length) : chunks();
    }

    private static @Nullable String valueOf(String name, String header) {
        return header.toLowerCase(Locale.ROOT).startsWith(name)
                ? header.substring(name.length()).strip()
                : null;
    }

    private int chunks() throws IOException {
        int all = 0;
        for (int size = Integer.parseInt(line(), HEX); size > 0; size = Integer.parseInt(line(), HEX)) {
            all += skip(size);
            line();
        }
        line();
        return all;
    }

    private int skip(int bytes) throws IOException {
        in.skipNBytes(bytes);
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The service has closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
