package dev.plumbline.interview.rest;

import dev.plumbline.interview.app.AttestBaseline.Witness;
import dev.plumbline.interview.app.Observer;
import dev.plumbline.kit.security.Caller;
import jakarta.enterprise.context.RequestScoped;

/** What the caller's roles give them here. */
@RequestScoped
class CallerRoles {
    private final Caller caller;

    CallerRoles(Caller caller) {
        this.caller = caller;
    }

    String id() {
        return caller.id();
    }

    /** Whether every interview exists for the caller; for others only those whose panel they are on. */
    boolean readsAll() {
        return caller.has(Roles.RECRUITER) || caller.has(Roles.HIRING_MANAGER) || caller.has(Roles.AUDITOR);
    }

    Witness witness() {
        return new Witness(caller.id(), caller.has(Roles.ASSESSOR));
    }

    Observer observer() {
        boolean raisesAnywhere = caller.has(Roles.ASSESSOR) || caller.has(Roles.HIRING_MANAGER);
        return new Observer(caller.id(), raisesAnywhere, readsAll());
    }
}
