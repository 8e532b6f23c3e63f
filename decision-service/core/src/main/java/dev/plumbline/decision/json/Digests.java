package dev.plumbline.decision.json;

import dev.plumbline.decision.domain.Decision;
import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.FactContent;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over {@link CanonicalJson}, as 64 hexadecimal digits in lower case (decision semantics, section 8).
 */
public final class Digests {

    private static final HexFormat HEX = HexFormat.of();

    private Digests() {}

    /** Over {@link CanonicalJson#input}: a decision is stored when this changes. */
    public static String input(Evidence evidence, int rubricVersion, boolean withdrawn) {
        return sha256(CanonicalJson.writeInput(evidence, rubricVersion, withdrawn));
    }

    /** Over {@link CanonicalJson#content}: any replay of the same facts in any order ends at the same one. */
    public static String content(Decision decision, int rubricVersion, boolean withdrawn, String inputDigest) {
        return sha256(CanonicalJson.content(decision, rubricVersion, withdrawn, inputDigest));
    }

    /**
     * Over {@link CanonicalJson#content} without the input digest: a decision is published when this differs from the
     * last published one's.
     */
    public static String publication(Decision decision, int rubricVersion, boolean withdrawn) {
        return sha256(CanonicalJson.content(decision, rubricVersion, withdrawn, null));
    }

    /** Over {@link CanonicalJson#link}: who keeps the published ones can tell a rewritten history. */
    public static String chain(String contentDigest, long number, @Nullable String predecessor) {
        return sha256(CanonicalJson.writeLink(contentDigest, number, predecessor));
    }

    /**
     * Over {@link CanonicalJson#fact}: of two contents with one identity and revision, the smaller digest stays.
     *
     * @param content {@code null} for a tombstone
     */
    public static String fact(@Nullable FactContent content) {
        return sha256(CanonicalJson.writeFact(content));
    }

    /** Over any bytes. */
    public static String sha256(byte[] bytes) {
        return HEX.formatHex(sha256().digest(bytes));
    }

    private static String sha256(CanonicalWriter json) {
        MessageDigest digest = sha256();
        json.digestInto(digest);
        return HEX.formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
