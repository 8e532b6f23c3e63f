package dev.plumbline.decision.app.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.decision.app.Application;
import dev.plumbline.decision.app.Applications;
import dev.plumbline.decision.app.DecisionError;
import dev.plumbline.decision.app.Rubrics;
import dev.plumbline.decision.certificate.CertificateJson;
import dev.plumbline.decision.domain.Fact;
import dev.plumbline.decision.domain.Facts;
import dev.plumbline.decision.domain.Lifecycle;
import dev.plumbline.kit.problem.ProblemException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class IssueCertificateTest {
    private static final UUID APPLICATION = new UUID(1, 1);

    private record NoKeys(
            Optional<String> signingKey,
            Optional<Path> signingKeyFile,
            Optional<String> retiredKeys,
            Optional<Path> retiredKeysFile)
            implements DecisionKeySettings {}

    /** So much that nobody could read it. */
    private record Huge(Size size) implements DecisionInputs {
        @Override
        public Size size(UUID applicationId, int number) {
            return size;
        }

        @Override
        public List<Made> until(UUID applicationId, int number) {
            throw new AssertionError("nothing of it is read");
        }
    }

    @Test
    void nothing_is_issued_that_nobody_verifies() {
        assertThatCode(() -> IssueCertificate.requireTakenByVerifiers(CertificateJson.MOST_BYTES))
                .doesNotThrowAnyException();

        assertTooLarge(() -> IssueCertificate.requireTakenByVerifiers(CertificateJson.MOST_BYTES + 1L));
    }

    @Test
    void what_would_be_too_long_is_refused_before_it_is_read() {
        assertTooLarge(() -> issue(new DecisionInputs.Size(200_000, 200_000, 0)));
        assertTooLarge(() -> issue(new DecisionInputs.Size(2, 2, CertificateJson.MOST_BYTES)));
    }

    private static void issue(DecisionInputs.Size size) {
        DecisionKeys keys =
                new DecisionKeys(new NoKeys(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        new IssueCertificate(known(), new Huge(size), unasked(), keys).of(APPLICATION, size.last());
    }

    private static void assertTooLarge(ThrowingCallable issuing) {
        assertThatThrownBy(issuing)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.error()).isInstanceOf(DecisionError.CertificateTooLarge.class));
    }

    private static Rubrics unasked() {
        return (Rubrics) Proxy.newProxyInstance(
                Rubrics.class.getClassLoader(), new Class<?>[] {Rubrics.class}, (self, method, given) -> {
                    throw new AssertionError(method.getName() + " is not asked");
                });
    }

    /** The application, which is all that is asked of the port. */
    private static Applications known() {
        Lifecycle submitted = new Lifecycle(Lifecycle.Status.SUBMITTED, new UUID(1, 2).toString(), 1, "x");
        Facts facts = Facts.of(List.of(new Fact(submitted.identity(), 1, submitted, Application.UNCOMPUTED)));
        Application application = new Application(APPLICATION, facts, List.of(), false, null, null);
        return (Applications) Proxy.newProxyInstance(
                Applications.class.getClassLoader(), new Class<?>[] {Applications.class}, (self, method, given) -> {
                    if (!method.getName().equals("find")) {
                        throw new AssertionError(method.getName() + " is not asked");
                    }
                    return Optional.of(application);
                });
    }
}
