package dev.plumbline.kit.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;

/** The person or system that makes the current call, as its bearer token says. */
@RequestScoped
public class Caller {
    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The token's {@code sub}: stands for a person on events and in stored facts. */
    public String id() {
        return identity.getPrincipal().getName();
    }

    /** Whether the token's {@code groups} name this role. */
    public boolean has(String role) {
        return identity.hasRole(role);
    }

    /** The roles of the token's {@code groups}. */
    public Set<String> roles() {
        return identity.getRoles();
    }
}
