package dev.plumbline.decision.rest.webhook;

import dev.plumbline.decision.rest.Roles;
import dev.plumbline.kit.security.Caller;
import org.jspecify.annotations.Nullable;

/** Who sees which webhooks. */
final class Viewers {
    private Viewers() {}

    /** Whose webhooks the caller sees: null for everybody's. */
    static @Nullable String person(Caller caller) {
        return caller.has(Roles.AUDITOR) || caller.has(Roles.OPERATOR) ? null : caller.id();
    }
}
