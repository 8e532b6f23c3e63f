package dev.plumbline.local.issuer;

/** A refusal of the token endpoint, in the words of RFC 6749 section 5.2. */
final class OAuthError extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    private OAuthError(int status, String code, String description) {
        super(description);
        this.status = status;
        this.code = code;
    }

    static OAuthError invalidRequest(String description) {
        return new OAuthError(400, "invalid_request", description);
    }

    static OAuthError invalidClient() {
        return new OAuthError(401, "invalid_client", "The client is unknown or its secret is wrong");
    }

    static OAuthError invalidGrant() {
        return new OAuthError(400, "invalid_grant", "The user name or the password is wrong");
    }

    static OAuthError unauthorizedClient(String grant) {
        return new OAuthError(400, "unauthorized_client", "This client may not use the grant " + grant);
    }

    static OAuthError unsupportedGrant() {
        return new OAuthError(400, "unsupported_grant_type", "Only password and client_credentials are supported");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String description() {
        return String.valueOf(getMessage());
    }
}
