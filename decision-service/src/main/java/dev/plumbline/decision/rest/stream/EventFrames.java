package dev.plumbline.decision.rest.stream;

import dev.plumbline.decision.app.stream.DecisionStream.PublishedEvent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Server-sent events as bytes (WHATWG HTML, 9.2.5 and 9.2.6). */
final class EventFrames {
    private EventFrames() {}

    /** The start: when to come back, and where to go on. */
    static byte[] start(Duration retry, String position) {
        return bytes("retry: " + retry.toMillis() + "\n: here\nid: " + position + "\n\n");
    }

    /** A sign of life: a comment, and the position, which moves on over events that this reader does not want. */
    static byte[] heartbeat(String position) {
        return bytes(": here\nid: " + position + "\n\n");
    }

    /** Why the stream ends: a comment. */
    static byte[] end(String reason) {
        return bytes(": " + reason + "\n\n");
    }

    static byte[] events(List<PublishedEvent> events) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(events.size() * 1024);
        for (PublishedEvent event : events) {
            out.writeBytes(bytes("id: " + event.position() + "\nevent: "
                    + event.event().type().replaceAll("[\\r\\n]", " ") + "\ndata: "));
            data(event.event().data(), out);
            out.writeBytes(bytes("\n\n"));
        }
        return out.toByteArray();
    }

    /** A line break inside would end the field: each line is one of its own, and the client puts them together again. */
    private static void data(byte[] data, ByteArrayOutputStream out) {
        for (byte sign : data) {
            if (sign == '\r') {
                // In JSON a space between tokens, and no more than that.
                out.write(' ');
            } else if (sign == '\n') {
                out.writeBytes(bytes("\ndata: "));
            } else {
                out.write(sign);
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
