package dev.plumbline.decision.app.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.decision.app.DecisionError;
import dev.plumbline.decision.certificate.CertificateJson;
import dev.plumbline.kit.problem.ProblemException;
import org.junit.jupiter.api.Test;

class IssueCertificateTest {
    @Test
    void nothing_is_issued_that_nobody_verifies() {
        byte[] longest = new byte[CertificateJson.MOST_BYTES];
        assertThat(IssueCertificate.takenByVerifiers(longest)).isSameAs(longest);

        assertThatThrownBy(() -> IssueCertificate.takenByVerifiers(new byte[CertificateJson.MOST_BYTES + 1]))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.error()).isInstanceOf(DecisionError.CertificateTooLarge.class));
    }
}
