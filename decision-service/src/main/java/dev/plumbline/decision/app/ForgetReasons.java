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

    /**
     * Erases the reasons of these applications, in the current transaction, which holds their rows: a verdict that is being
     * given meanwhile has been stored before, or finds that there is nothing to give a reason of any more.
     */
    public void of(Collection<UUID> applicationIds) {
        applicationIds.forEach(verdicts::forgetReasons);
    }
}
