package dev.plumbline.kit.inbox;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record's key as UTF-8 without losing a byte: one that belongs to no UTF-8 stands as the lone surrogate U+DC00
 * plus its value, which no UTF-8 gives otherwise (the way of PEP 383). So a poison record's key can be set aside as it came.
 */
public final class RecordKey implements Deserializer<@Nullable String> {
    private static final char REPLACEMENT = '\uFFFD';
    private static final int ESCAPE = 0xDC00;
    private static final int FIRST_ESCAPED = 0x80;
    private static final int LAST_ESCAPED = 0xFF;

    @Override
    public @Nullable String deserialize(String topic, byte @Nullable [] key) {
        return key == null ? null : text(key);
    }

    /** The text that stands for these bytes. */
    static String text(byte[] bytes) {
        String plain = new String(bytes, StandardCharsets.UTF_8);
        return plain.indexOf(REPLACEMENT) < 0 ? plain : escaped(ByteBuffer.wrap(bytes));
    }

    /** The bytes that this text stands for. */
    static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isEscape(text, i)) {
                bytes.writeBytes(text.substring(written, i).getBytes(StandardCharsets.UTF_8));
                bytes.write(text.charAt(i) - ESCAPE);
                written = i + 1;
            }
        }
        bytes.writeBytes(text.substring(written).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static String escaped(ByteBuffer bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer chars = CharBuffer.allocate(bytes.remaining());
        CoderResult result = decoder.decode(bytes, chars, true);
        while (result.isError()) {
            for (int i = 0; i < result.length(); i++) {
                chars.put((char) (ESCAPE + Byte.toUnsignedInt(bytes.get())));
            }
            decoder.reset();
            result = decoder.decode(bytes, chars, true);
        }
        return chars.flip().toString();
    }

    private static boolean isEscape(String text, int i) {
        int value = text.charAt(i) - ESCAPE;
        boolean isPaired = i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        return value >= FIRST_ESCAPED && value <= LAST_ESCAPED && !isPaired;
    }
}
