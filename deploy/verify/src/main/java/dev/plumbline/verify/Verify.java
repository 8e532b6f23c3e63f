package dev.plumbline.verify;

import dev.plumbline.decision.certificate.Certificate;
import dev.plumbline.decision.certificate.CertificateJson;
import dev.plumbline.decision.certificate.CertifiedDecision;
import dev.plumbline.decision.certificate.Discrepancy;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Verifies a certificate of a decision: {@code verify certificate.json --keys keys.json}. */
public final class Verify {
    private static final int HOLDS = 0;
    private static final int DOES_NOT_HOLD = 1;
    private static final int UNVERIFIABLE = 2;

    private static final int MOST_SHOWN = 100;

    private final PrintStream out;
    private final PrintStream err;

    /**
     * The program as a part of another one, which verifies more than one certificate.
     *
     * @param out what is found
     * @param err why nothing could be verified
     */
    public Verify(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Ends with 0 if everything holds, 1 if not, 2 if it could not be verified. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new Verify(out, err).run(arguments));
    }

    /** With the arguments of the program; 0 if everything holds, 1 if not, 2 if it could not be verified. */
    public int run(String... arguments) {
        if (Arrays.asList(arguments).contains("--help")) {
            out.print(Options.USAGE);
            return HOLDS;
        }
        try {
            return verify(Options.parse(arguments));
        } catch (Unverifiable e) {
            err.println(e.getMessage());
            return UNVERIFIABLE;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // Whatever a file holds: it is not verified, and nobody is shown the inside of this program.
            err.println("The certificate cannot be verified: it is more, or other, than this program takes.");
            return UNVERIFIABLE;
        }
    }

    private int verify(Options options) {
        KeySet keys = KeySet.read(keys(options));
        Verification verification =
                Verification.of(Inputs.file(options.certificate(), CertificateJson.MOST_BYTES), keys);
        List<Discrepancy> found = new ArrayList<>(verification.discrepancies());
        int anchored = 0;
        if (options.events() != null && verification.certificate().isPresent()) {
            Anchors.Result anchors =
                    Anchors.check(options.events(), verification.certificate().get());
            anchored = anchors.anchored();
            found.addAll(anchors.discrepancies());
        }
        if (!found.isEmpty() || verification.certificate().isEmpty()) {
            show(found);
            return DOES_NOT_HOLD;
        }
        summarize(verification.certificate().get(), verification.keyId());
        if (options.events() != null) {
            long published = verification.certificate().get().decisions().stream()
                    .filter(CertifiedDecision::published)
                    .count();
            out.println("   anchored by kept events: " + anchored + " of " + published + " published decisions");
        }
        return HOLDS;
    }

    private static byte[] keys(Options options) {
        if (options.keys() != null) {
            return Inputs.keys(options.keys());
        }
        if (options.keysUrl() != null) {
            return Inputs.keys(options.keysUrl());
        }
        throw new IllegalStateException("The options name keys");
    }

    private void summarize(Certificate certificate, String keyId) {
        CertifiedDecision last = certificate.decisions().getLast();
        int facts = certificate.decisions().stream()
                .mapToInt(decision -> decision.facts().size())
                .sum();
        out.println("OK application " + Plain.text(certificate.applicationId()) + ", decision " + last.number() + ": "
                + Plain.text(certificate.outcome().path("recommendation").asText()) + " under rubric version "
                + last.rubricVersion() + (last.withdrawn() ? ", withdrawn" : "") + ", " + last.decidedAt());
        out.println("   recomputed: " + certificate.decisions().size() + " decisions from " + facts
                + " facts; rubrics: " + certificate.rubrics().size());
        out.println("   chain: " + last.chainDigest());
        out.println("   signed with the key " + keyId);
    }

    private void show(List<Discrepancy> found) {
        out.println("FAILED: " + found.size() + (found.size() == 1 ? " discrepancy" : " discrepancies"));
        found.stream().limit(MOST_SHOWN).forEach(one -> {
            String decision = one.decision() == null ? "" : "decision " + one.decision() + ", ";
            String where = one.pointer().isEmpty() ? "the file" : Plain.text(one.pointer());
            out.println("   " + decision + where + ": " + Plain.text(one.message()));
        });
        if (found.size() > MOST_SHOWN) {
            out.println("   and " + (found.size() - MOST_SHOWN) + " more");
        }
    }
}
