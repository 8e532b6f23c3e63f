package dev.plumbline.decision.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;

/** Erases what was written in free words about people whose data is erased: the reasons of verdicts, and no more of them. */
@ApplicationScoped
public class ForgetReasons {
    private final Verdicts verdicts;

    ForgetReasons(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    /** Erases the reasons of these applications, in the current transaction. */
    public void of(Collection<UUID> applicationIds) {
        applicationIds.forEach(verdicts::forgetReasons);
    }
}
