package dev.plumbline.decision.app;

import dev.plumbline.decision.domain.Interval;
import dev.plumbline.decision.domain.Rational;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that sort, unsigned and one by one, exactly as totals rank within a job: low descending, then high descending
 * (decision semantics, section 7), a waived total last. No rounding: each fraction stands as its continued fraction,
 * whose terms compare in alternating direction, so that any database orders by it and a plain index serves it.
 *
 * <p>A term below 240 is one byte; a longer one is a byte that tells its length and then its bytes; the end is above
 * every term, because a fraction that ends is one whose next term is infinite.
 */
public final class RankKey implements Comparable<RankKey> {
    private static final int FIRST_LONG = 240;
    private static final int LONGEST_SHORT_LENGTH = 13;
    private static final int LENGTH_FOLLOWS = 0xfd;
    private static final int END = 0xff;
    private static final byte[] BEHIND_ALL = {-1, -1, -1, -1, -1};

    private final byte[] bytes;

    private RankKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The key of a total; of none, where the whole tree is waived. */
    public static RankKey of(@Nullable Interval total) {
        if (total == null) {
            return new RankKey(BEHIND_ALL);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(24);
        descending(total.low(), out);
        descending(total.high(), out);
        return new RankKey(out.toByteArray());
    }

    /** The key that {@link #toBytes} gave. */
    public static RankKey of(byte[] bytes) {
        return new RankKey(bytes.clone());
    }

    /** The bytes, for the database. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    /** Even terms grow with the value and odd ones against it: so here the even ones are inverted. */
    private static void descending(Rational value, ByteArrayOutputStream out) {
        BigInteger numerator = value.numerator();
        BigInteger denominator = value.denominator();
        boolean inverted = true;
        while (denominator.signum() != 0) {
            BigInteger[] parts = numerator.divideAndRemainder(denominator);
            term(parts[0], inverted, out);
            numerator = denominator;
            denominator = parts[1];
            inverted = !inverted;
        }
        put(END, inverted, out);
    }

    private static void term(BigInteger term, boolean inverted, ByteArrayOutputStream out) {
        if (term.bitLength() < Byte.SIZE && term.intValue() < FIRST_LONG) {
            put(term.intValue(), inverted, out);
            return;
        }
        byte[] digits = term.toByteArray();
        int from = digits[0] == 0 ? 1 : 0;
        int length = digits.length - from;
        if (length == 1 && (digits[from] & 0xff) < FIRST_LONG) {
            put(digits[from], inverted, out);
            return;
        }
        if (length <= LONGEST_SHORT_LENGTH) {
            put(FIRST_LONG + length - 1, inverted, out);
        } else {
            put(LENGTH_FOLLOWS, inverted, out);
            for (int shift = 24; shift >= 0; shift -= Byte.SIZE) {
                put(length >>> shift, inverted, out);
            }
        }
        for (int i = from; i < digits.length; i++) {
            put(digits[i], inverted, out);
        }
    }

    private static void put(int value, boolean inverted, ByteArrayOutputStream out) {
        out.write(inverted ? ~value : value);
    }

    @Override
    public int compareTo(RankKey other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RankKey that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The bytes in hexadecimal. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
