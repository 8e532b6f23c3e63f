package dev.plumbline.decision.app.ranking;

import dev.plumbline.decision.domain.Band;
import dev.plumbline.decision.domain.Recommendation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which decisions of a ranking are wanted: those that meet all of it.
 *
 * @param recommendations any of these; empty for all
 * @param bands any of these, with those without a band where {@code bandless}; all where it is empty and that is not set
 * @param gates each of these
 * @param open true: with open evidence, that is, not complete or with a gate pending; false: without; null: either
 */
public record RankingFilter(
        Set<Recommendation> recommendations,
        Set<Band> bands,
        boolean bandless,
        List<GateInState> gates,
        @Nullable Boolean open) {
    /** Everything. */
    public static final RankingFilter ALL = new RankingFilter(Set.of(), Set.of(), false, List.of(), null);

    private static final int FINGERPRINT_BYTES = 8;

    /** In one order, however they were named. */
    public RankingFilter {
        recommendations = Set.copyOf(recommendations);
        bands = Set.copyOf(bands);
        gates = gates.stream()
                .distinct()
                .sorted(Comparator.comparing(GateInState::gate).thenComparing(GateInState::state))
                .toList();
    }

    /** What tells a cursor's list from others: the same for the same job and the same filters, in whatever order. */
    public String fingerprint(UUID job) {
        // Ids of gates hold no such sign.
        String text = String.join(
                "\u001f",
                job.toString(),
                sorted(recommendations),
                sorted(bands),
                String.valueOf(bandless),
                gates.stream()
                        .map(gate -> gate.gate() + "\u001e" + gate.state())
                        .collect(Collectors.joining("\u001e")),
                String.valueOf(open));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, FINGERPRINT_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String sorted(Set<? extends Enum<?>> constants) {
        return String.join(",", new TreeSet<>(constants.stream().map(Enum::name).toList()));
    }
}
