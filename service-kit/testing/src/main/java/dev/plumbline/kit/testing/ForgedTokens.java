package dev.plumbline.kit.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Tokens that say more than their bearer may, by what is wrong with them (RFC 8725; OpenID Connect Core 1.0, 2). */
final class ForgedTokens {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEEP = 3_000;
    private static final int LONG = 300;
    private static final long HOUR = 3_600;

    private final String role;
    private final KeyPair issuer = TestKeys.issuer();
    private final KeyPair stranger = TestKeys.another();
    private final Map<String, String> tokens = new LinkedHashMap<>();

    private ForgedTokens(String role) {
        this.role = role;
    }

    /** What no one may be let in with, though it names a user of this role. */
    static Map<String, String> notToBeTrusted(String role) {
        ForgedTokens forged = new ForgedTokens(role);
        forged.tokens.putAll(Tokens.invalid("mallory", role));
        forged.confuseAlgorithms();
        forged.pointToOtherKeys();
        forged.breakTheForm();
        forged.bendTimes();
        forged.bendAddressees();
        forged.bendSubjects();
        return forged.tokens;
    }

    /** What the issuer did sign, for a user who has this role in no way that counts. */
    static Map<String, String> withoutTheRole(String role) {
        ForgedTokens forged = new ForgedTokens(role);
        forged.bendRoles();
        return forged.tokens;
    }

    private void confuseAlgorithms() {
        for (String none : List.of("none", "None", "NONE", "nOnE")) {
            tokens.put(
                    "alg " + none,
                    SignedJson.of(header().put("alg", none), claims()).unsigned());
        }
        tokens.put(
                "alg none, with a signature",
                SignedJson.of(header().put("alg", "none"), claims()).rsa(stranger.getPrivate()));
        ObjectNode hmac = header().put("alg", "HS256");
        byte[] publicKey = issuer.getPublic().getEncoded();
        String base64 = Base64.getMimeEncoder().encodeToString(publicKey);
        String pem = "-----BEGIN PUBLIC KEY-----\n" + base64.replace("\r", "") + "\n-----END PUBLIC KEY-----\n";
        tokens.put(
                "HMAC with the public key in PEM",
                SignedJson.of(hmac, claims()).hmac(pem.getBytes(StandardCharsets.US_ASCII)));
        tokens.put("HMAC with a zero", SignedJson.of(hmac, claims()).hmac(new byte[] {0}));
        tokens.put(
                "the issuer's signature under another algorithm",
                SignedJson.of(header().put("alg", "ES256"), claims()).rsa(issuer.getPrivate()));
        header("an algorithm that is a number", it -> it.put("alg", 1));
        header("no algorithm", it -> it.remove("alg"));
        tokens.put(
                "an extension that has to be understood",
                SignedJson.of(extended(), claims()).rsa(issuer.getPrivate()));
    }

    private static ObjectNode extended() {
        ObjectNode header = header().put("exp-of-another-world", 1);
        header.putArray("crit").add("exp-of-another-world");
        return header;
    }

    private void pointToOtherKeys() {
        for (String id : List.of(
                "1",
                "",
                "../../../../../../dev/null",
                "file:///etc/passwd",
                "http://localhost:1/key",
                "' or '1'='1",
                "k".repeat(LONG))) {
            header("the key id " + id, it -> it.put("kid", id));
        }
        header("a key id that is an object", it -> it.putObject("kid").put("k", 1));
        header("the address of a key set", it -> it.put("jku", "http://localhost:1/keys"));
        header("the address of a certificate", it -> it.put("x5u", "http://localhost:1/certificate"));
        RSAPublicKey key = (RSAPublicKey) stranger.getPublic();
        header(
                "the key itself",
                it -> it.putObject("jwk")
                        .put("kty", "RSA")
                        .put("n", number(key.getModulus()))
                        .put("e", number(key.getPublicExponent())));
        tokens.put(
                "the zero as the key's secret",
                SignedJson.of(header().put("alg", "HS256").put("kid", "/dev/null"), claims())
                        .hmac(new byte[] {0}));
    }

    private void breakTheForm() {
        String honest = Tokens.of("mallory", role);
        tokens.put("without its signature", honest.substring(0, honest.lastIndexOf('.') + 1));
        tokens.put("without its last part", honest.substring(0, honest.lastIndexOf('.')));
        tokens.put("with a part too many", honest + ".e30");
        tokens.put("dots alone", "..");
        tokens.put("no base64", "!.!.!");
        tokens.put("a secret of another kind", "A".repeat(43));
        text("a header that is no JSON", "{", claims().toString(), stranger);
        text("a header that is no object", "[]", claims().toString(), stranger);
        text("a header that is deep", "{\"kid\":" + deep() + "}", claims().toString(), stranger);
        text("claims that are no JSON", header().toString(), "{", issuer);
        text("claims that are no object", header().toString(), "[]", issuer);
        text("claims that are deep", header().toString(), "{\"sub\":" + deep() + "}", stranger);
    }

    private void bendTimes() {
        long now = Instant.now().getEpochSecond();
        claims("not yet valid", it -> it.put("nbf", now + HOUR));
        claims("without an end", it -> it.remove("exp"));
        claims("with an end that is a word", it -> it.put("exp", "never"));
        claims("with an end beyond all calendars", it -> it.put("exp", Long.MAX_VALUE));
        claims("with an end before all numbers", it -> it.set("exp", DecimalNode.valueOf(new BigDecimal("-1e400"))));
    }

    private void bendAddressees() {
        claims("for nobody", it -> it.remove("aud"));
        claims("for a number", it -> it.put("aud", 1));
        claims("for others", it -> it.putArray("aud").add("plumbline2").add("PLUMBLINE"));
        claims("from nobody", it -> it.remove("iss"));
        claims("from several", it -> it.putArray("iss").add(Tokens.ISSUER));
        claims("from one of a longer name", it -> it.put("iss", Tokens.ISSUER + ".evil.test"));
    }

    private void bendSubjects() {
        claims("of nobody", it -> it.remove("sub"));
        claims("of the null", it -> it.putNull("sub"));
        claims("of an empty name", it -> it.put("sub", ""));
        claims("of a blank", it -> it.put("sub", " "));
        claims("of a number", it -> it.put("sub", 1));
        claims("of a name with a zero", it -> it.put("sub", "mallory\0"));
        claims("of a name with a line's end", it -> it.put("sub", "mallory\nadmin"));
        claims("of a name that is too long", it -> it.put("sub", "m".repeat(LONG)));
    }

    private void bendRoles() {
        claims("no roles", it -> it.remove("groups"));
        claims("roles that are null", it -> it.putNull("groups"));
        claims("roles that are a number", it -> it.put("groups", 1));
        claims("roles that are an object", it -> it.putObject("groups").put(role, true));
        claims("roles within roles", it -> it.putArray("groups").addArray().add(role));
        claims(
                "a role that is an object",
                it -> it.putArray("groups").addObject().put("name", role));
        claims("a role that is null", it -> it.putArray("groups").addNull());
        claims("a role in capitals", it -> it.putArray("groups").add(role.toUpperCase(Locale.ROOT)));
        claims("a role with a blank", it -> it.putArray("groups").add(role + " "));
        claims("roles where nobody looks", it -> {
            it.putArray("groups");
            it.putArray("roles").add(role);
            it.put("scope", role);
            it.putObject("realm_access").putArray("roles").add(role);
        });
    }

    /** A stranger's signature, under a header that is bent. */
    private void header(String what, Consumer<ObjectNode> bend) {
        ObjectNode header = header();
        bend.accept(header);
        tokens.put(what, SignedJson.of(header, claims()).rsa(stranger.getPrivate()));
    }

    /** The issuer's signature, over claims that are bent. */
    private void claims(String what, Consumer<ObjectNode> bend) {
        ObjectNode claims = claims();
        bend.accept(claims);
        tokens.put(what, SignedJson.of(header(), claims).rsa(issuer.getPrivate()));
    }

    private void text(String what, String header, String claims, KeyPair key) {
        tokens.put(what, new SignedJson(header, claims).rsa(key.getPrivate()));
    }

    private static String deep() {
        return "[".repeat(DEEP) + "]".repeat(DEEP);
    }

    private static String number(BigInteger value) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value.toByteArray());
    }

    private static ObjectNode header() {
        return JSON.createObjectNode().put("typ", "JWT").put("alg", "RS256");
    }

    private ObjectNode claims() {
        long now = Instant.now().getEpochSecond();
        ObjectNode claims = JsonNodeFactory.withExactBigDecimals(true)
                .objectNode()
                .put("iss", Tokens.ISSUER)
                .put("aud", Tokens.AUDIENCE)
                .put("sub", "mallory")
                .put("preferred_username", "mallory")
                .put("iat", now)
                .put("exp", now + HOUR);
        claims.putArray("groups").add(role);
        return claims;
    }
}
