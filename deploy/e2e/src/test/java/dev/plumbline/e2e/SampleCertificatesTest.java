package dev.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The round of the sample, candidate by candidate: each decision can be proven, and none can be altered. */
@ExtendWith(WholePlatform.class)
class SampleCertificatesTest {
    /** One for each of the twelve candidates. */
    private static final List<String> MEMBERS = List.of(
            "/certificate/number",
            "/certificate/applicationId",
            "/certificate/outcome/recommendation",
            "/certificate/outcome/withdrawn",
            "/certificate/rubrics/0/digest",
            "/certificate/rubrics/0/rubric/criteria/id",
            "/certificate/decisions/*/trigger/eventId",
            "/certificate/decisions/*/facts/*/revision",
            "/certificate/decisions/*/inputDigest",
            "/certificate/decisions/*/contentDigest",
            "/certificate/decisions/*/chainDigest",
            "/signature/value");

    private final Platform platform;

    SampleCertificatesTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void every_candidate_s_decision_is_proven_and_no_member_of_it_can_be_changed(@TempDir Path folder)
            throws IOException {
        List<String> applications = platform.playSample();
        assertThat(applications).hasSameSizeAs(MEMBERS);
        Decisions decisions = new Decisions(platform);
        Certificates certificates = Certificates.byItsCode(platform, folder);
        for (int i = 0; i < applications.size(); i++) {
            String application = applications.get(i);
            long number = decisions.current(application).get("number").asLong();
            certificates.checkLatest(application, number, MEMBERS.get(i));
        }
    }
}
