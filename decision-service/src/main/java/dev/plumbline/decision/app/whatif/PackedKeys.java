package dev.plumbline.decision.app.whatif;

import java.util.Arrays;

/** Keys that compare byte by byte, unsigned: one behind the other in one array, because an object for each is far more. */
final class PackedKeys {
    private byte[] bytes = new byte[1024];
    private int[] ends = new int[64];
    private int count;

    /** @throws IllegalStateException where all together would be more than an array holds: some ten million keys */
    void add(byte[] key) {
        int from = start(count);
        if (key.length > Integer.MAX_VALUE - Byte.SIZE - from) {
            throw new IllegalStateException("There are too many ranks to compare");
        }
        if (from + key.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, grown(bytes.length, from + key.length));
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, grown(ends.length, count + 1));
        }
        System.arraycopy(key, 0, bytes, from, key.length);
        ends[count++] = from + key.length;
    }

    private static int grown(int length, int atLeast) {
        return Math.clamp(length * 3L / 2, atLeast, Integer.MAX_VALUE - Byte.SIZE);
    }

    /** The bytes that are taken. */
    long allocated() {
        return bytes.length + (long) ends.length * Integer.BYTES;
    }

    private int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    /** Of each key, in the order in which they were added, how many different ones come before it. */
    int[] places() {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        sort(order, new int[count], 0, count);
        int[] places = new int[count];
        int place = 0;
        for (int i = 0; i < count; i++) {
            if (i > 0 && compare(order[i - 1], order[i]) != 0) {
                place++;
            }
            places[order[i]] = place;
        }
        return places;
    }

    private void sort(int[] order, int[] room, int from, int to) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        sort(order, room, from, middle);
        sort(order, room, middle, to);
        System.arraycopy(order, from, room, from, to - from);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean isLeft = left < middle && (right == to || compare(room[left], room[right]) <= 0);
            order[i] = isLeft ? room[left++] : room[right++];
        }
    }

    private int compare(int one, int other) {
        return Arrays.compareUnsigned(bytes, start(one), ends[one], bytes, start(other), ends[other]);
    }
}
