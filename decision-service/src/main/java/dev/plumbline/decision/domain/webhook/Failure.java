package dev.plumbline.decision.domain.webhook;

/** Why an attempt got no answer that counts. */
public enum Failure {
    /** The host's name has no address. */
    NAME_NOT_RESOLVED,
    /** An address of the host is not one of the public internet. */
    ADDRESS_REFUSED,
    /** Nobody listens there, or there is no way to it. */
    CONNECTION_FAILED,
    /** No TLS connection: the certificate is not trusted, or is not the host's. */
    TLS_FAILED,
    /** No whole answer in time. */
    TIMED_OUT,
    /** The connection ended before the answer did. */
    BROKEN_OFF,
    /** The answer is longer than anybody reads. */
    ANSWER_TOO_LONG,
    /** The key that the webhook's secret is derived from is not configured any more. */
    KEY_MISSING
}
