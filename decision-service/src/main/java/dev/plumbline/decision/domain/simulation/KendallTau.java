package dev.plumbline.decision.domain.simulation;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How much two rankings of the same things agree: Kendall's rank correlation, with every pair counted exactly.
 *
 * @param pairs all pairs there are
 * @param discordant pairs that one ranking has one way round and the other the other way
 * @param tiedInFirst pairs that the first ranking does not tell apart
 * @param tiedInSecond pairs that the second does not
 * @param tiedInBoth pairs that neither does; they are among both
 */
public record KendallTau(long pairs, long discordant, long tiedInFirst, long tiedInSecond, long tiedInBoth) {

    /**
     * Counts in O(n log n), as W. R. Knight does (A Computer Method for Calculating Kendall's Tau with Ungrouped Data, 1966):
     * sorted by the first ranking, the pairs turned round are the exchanges of a merge sort by the second.
     *
     * @param first each thing's place in the first ranking, 0 or more, equal where it ties
     * @param second each thing's place in the second
     * @throws IllegalArgumentException if they are not of one length
     */
    public static KendallTau of(int[] first, int[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException("both rankings rank the same things");
        }
        long[] places = new long[first.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = ((long) first[i] << Integer.SIZE) | second[i];
        }
        Arrays.sort(places);
        long tiedInBoth = tied(places);
        int[] rest = new int[places.length];
        long[] firsts = new long[places.length];
        for (int i = 0; i < places.length; i++) {
            firsts[i] = places[i] >>> Integer.SIZE;
            rest[i] = (int) places[i];
        }
        long discordant = exchanges(rest, new int[rest.length], 0, rest.length);
        return new KendallTau(
                pairsOf(places.length),
                discordant,
                tied(firsts),
                tied(Arrays.stream(rest).asLongStream().toArray()),
                tiedInBoth);
    }

    private static long pairsOf(long things) {
        return things * (things - 1) / 2;
    }

    private static long tied(long[] sorted) {
        long tied = 0;
        int from = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[from]) {
                tied += pairsOf(i - from);
                from = i;
            }
        }
        return tied;
    }

    /** Sorts a stretch and counts the pairs that were the wrong way round. */
    private static long exchanges(int[] values, int[] room, int from, int to) {
        if (to - from < 2) {
            return 0;
        }
        int middle = (from + to) >>> 1;
        long exchanges = exchanges(values, room, from, middle) + exchanges(values, room, middle, to);
        System.arraycopy(values, from, room, from, to - from);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            if (left < middle && (right == to || room[left] <= room[right])) {
                values[i] = room[left++];
            } else {
                values[i] = room[right++];
                exchanges += middle - left;
            }
        }
        return exchanges;
    }

    /** Pairs that both rankings have the same way round. */
    public long concordant() {
        return pairs - tiedInFirst - tiedInSecond + tiedInBoth - discordant;
    }

    /**
     * Tau-b, -1 to 1, which makes up for ties; none where a ranking tells nothing apart. Exactly 1 or -1 only where the
     * rankings are the same, or each other's reverse.
     */
    public OptionalDouble tauB() {
        boolean tieAlike = tiedInFirst == tiedInBoth && tiedInSecond == tiedInBoth;
        if (tieAlike && pairs > tiedInBoth && (discordant == 0 || concordant() == 0)) {
            return OptionalDouble.of(discordant == 0 ? 1 : -1);
        }
        double room = Math.sqrt((double) (pairs - tiedInFirst)) * Math.sqrt((double) (pairs - tiedInSecond));
        return room == 0 ? OptionalDouble.empty() : OptionalDouble.of((concordant() - discordant) / room);
    }
}
