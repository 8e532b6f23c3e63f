package dev.plumbline.decision.json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes canonical JSON (RFC 8785) in UTF-8, straight into bytes. The caller names an object's members in the order of
 * their UTF-16 code units, and writes numbers as texts: so there is nothing left to sort or to round here.
 */
final class CanonicalWriter {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NONE = new byte[0];
    private static final int LONGEST_OF_ONE_UNIT = 6;

    private static final int FIRST_SIZE = 4096;
    private static final int LARGEST_KEPT = 64 * 1024;
    /** The buffer of the thread's last writer: a decision has several of a few kilobytes each, a tenth of all memory. */
    private static final ThreadLocal<byte @Nullable []> SPARE = new ThreadLocal<>();

    private byte[] bytes;
    private int size;
    private boolean needsComma;

    CanonicalWriter() {
        byte[] spare = SPARE.get();
        bytes = spare == null ? new byte[FIRST_SIZE] : spare;
        // Another writer of this thread, before this one has ended, has its own.
        SPARE.remove();
    }

    CanonicalWriter beginObject() {
        return begin('{');
    }

    CanonicalWriter endObject() {
        return end('}');
    }

    CanonicalWriter beginArray() {
        return begin('[');
    }

    CanonicalWriter endArray() {
        return end(']');
    }

    private CanonicalWriter begin(char bracket) {
        separate();
        ensure(1);
        bytes[size++] = (byte) bracket;
        needsComma = false;
        return this;
    }

    private CanonicalWriter end(char bracket) {
        ensure(1);
        bytes[size++] = (byte) bracket;
        needsComma = true;
        return this;
    }

    CanonicalWriter name(String name) {
        text(name);
        ensure(1);
        bytes[size++] = ':';
        needsComma = false;
        return this;
    }

    CanonicalWriter truth(boolean truth) {
        return literal(truth ? TRUE : FALSE);
    }

    CanonicalWriter nothing() {
        return literal(NULL);
    }

    private CanonicalWriter literal(byte[] literal) {
        separate();
        ensure(literal.length);
        System.arraycopy(literal, 0, bytes, size, literal.length);
        size += literal.length;
        needsComma = true;
        return this;
    }

    /** @throws IllegalArgumentException if the text has a half of a character, which has no UTF-8 */
    CanonicalWriter text(String text) {
        separate();
        ensure(text.length() * LONGEST_OF_ONE_UNIT + 2);
        bytes[size++] = '"';
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit >= ' ' && unit < 0x80 && unit != '"' && unit != '\\') {
                bytes[size++] = (byte) unit;
            } else if (Character.isSurrogate(unit)) {
                encode(pair(text, i));
                i++;
            } else {
                escapeOrEncode(unit);
            }
        }
        bytes[size++] = '"';
        needsComma = true;
        return this;
    }

    private static int pair(String text, int at) {
        if (at + 1 == text.length() || !Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1))) {
            throw new IllegalArgumentException("half a character has no canonical form");
        }
        return Character.toCodePoint(text.charAt(at), text.charAt(at + 1));
    }

    /** RFC 8785, section 3.2.2.2: the two-character escapes where there is one, otherwise four lower-case digits. */
    private void escapeOrEncode(char unit) {
        switch (unit) {
            case '"', '\\' -> escape(unit);
            case '\b' -> escape('b');
            case '\t' -> escape('t');
            case '\n' -> escape('n');
            case '\f' -> escape('f');
            case '\r' -> escape('r');
            default -> {
                if (unit >= ' ') {
                    encode(unit);
                    return;
                }
                escape('u');
                bytes[size++] = '0';
                bytes[size++] = '0';
                bytes[size++] = HEX[unit >> 4];
                bytes[size++] = HEX[unit & 0xf];
            }
        }
    }

    private void escape(char letter) {
        bytes[size++] = '\\';
        bytes[size++] = (byte) letter;
    }

    private void encode(int codePoint) {
        if (codePoint < 0x80) {
            bytes[size++] = (byte) codePoint;
        } else if (codePoint < 0x800) {
            bytes[size++] = (byte) (0xc0 | codePoint >> 6);
            continuation(codePoint);
        } else if (codePoint < 0x10000) {
            bytes[size++] = (byte) (0xe0 | codePoint >> 12);
            continuation(codePoint >> 6);
            continuation(codePoint);
        } else {
            bytes[size++] = (byte) (0xf0 | codePoint >> 18);
            continuation(codePoint >> 12);
            continuation(codePoint >> 6);
            continuation(codePoint);
        }
    }

    private void continuation(int bits) {
        bytes[size++] = (byte) (0x80 | bits & 0x3f);
    }

    private void separate() {
        if (needsComma) {
            ensure(1);
            bytes[size++] = ',';
        }
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }

    /** What was written; ends the writer. */
    byte[] toBytes() {
        byte[] written = Arrays.copyOf(bytes, size);
        giveBack();
        return written;
    }

    /** Takes what was written into a digest; ends the writer. */
    void digestInto(MessageDigest digest) {
        digest.update(bytes, 0, size);
        giveBack();
    }

    private void giveBack() {
        if (bytes.length <= LARGEST_KEPT) {
            SPARE.set(bytes);
        }
        bytes = NONE;
        size = 0;
    }
}
