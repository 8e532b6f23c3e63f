package dev.plumbline.assessment.app;

import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Checks the secret of a session. An unknown session and a wrong secret are answered alike. */
@ApplicationScoped
public class AdmitCandidate {

    private static final int NONE = 0;

    private final Sessions sessions;
    private final SessionSecrets secrets;

    AdmitCandidate(Sessions sessions, SessionSecrets secrets) {
        this.sessions = sessions;
        this.secrets = secrets;
    }

    /** @throws ProblemException 401 */
    @Transactional
    public void admit(UUID session, String secret) {
        int generation = sessions.generationOf(session).orElse(NONE);
        boolean matches = secrets.matches(secret, session, generation);
        if (generation == NONE || !matches) {
            throw new ProblemException(new KitError.Unauthenticated());
        }
    }
}
