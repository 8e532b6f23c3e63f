package dev.plumbline.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import dev.plumbline.kit.security.Caller;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets a creating call be repeated: the same caller, operation, {@code Idempotency-Key} and body get the first answer
 * again for 24 hours. The key is stored in the transaction that does the work, so there is never one without the other.
 */
@ApplicationScoped
public class Idempotency {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final IdempotencyKeys keys;
    private final ObjectMapper mapper;
    private final ObjectWriter oneText;
    private final Caller caller;
    private final HttpServerRequest http;

    Idempotency(IdempotencyKeys keys, ObjectMapper mapper, Caller caller, HttpServerRequest http) {
        this.keys = keys;
        this.mapper = mapper;
        this.oneText = OneText.writer(mapper);
        this.caller = caller;
        this.http = http;
    }

    /**
     * Does the work once.
     *
     * @param key the {@code Idempotency-Key}: 1 to 200 visible ASCII characters; null where the caller sent none
     * @param request the bound body; compared by what its JSON says, however that is written
     * @param work creates, in the transaction that is open around it
     * @throws ProblemException 422 for a key used with another body, 409 for one still in flight
     */
    @Transactional
    public Response once(@Nullable String key, Object request, Supplier<Created> work) {
        return respond(onceStored(key, request, work));
    }

    /**
     * Like {@link #once(String, Object, Supplier)}, for work that needs something which takes long, such as an answer of Kafka:
     * no transaction is open while it is asked for, and it is not where the first answer is given again.
     */
    public <P> Response once(@Nullable String key, Object request, Supplier<P> preparation, Function<P, Created> work) {
        if (key != null && isKey(key) && keys.find(identity(key)).isPresent()) {
            return once(key, request, () -> work.apply(preparation.get()));
        }
        P prepared = preparation.get();
        return once(key, request, () -> work.apply(prepared));
    }

    /** Like {@link #once(String, Object, Supplier)}, for a caller that adds to the answer what must not be stored, such as a secret. */
    @Transactional
    public StoredAnswer onceStored(@Nullable String key, Object request, Supplier<Created> work) {
        if (key == null) {
            return store(work.get());
        }
        if (!isKey(key)) {
            throw new ProblemException(
                    new KitError.InvalidParameter("Idempotency-Key", "must be 1 to 200 visible ASCII characters"));
        }
        IdempotencyKeys.Identity identity = identity(key);
        if (!keys.tryLock(identity)) {
            throw new ProblemException(new KitError.IdempotencyKeyInFlight());
        }
        Optional<IdempotencyKeys.Stored> first = keys.find(identity);
        if (first.isPresent()) {
            if (!isOf(request, first.get().requestDigest())) {
                throw new ProblemException(new KitError.IdempotencyKeyReused());
            }
            return first.get().answer();
        }
        StoredAnswer answer = store(work.get());
        keys.insert(identity, digest(request), answer);
        return answer;
    }

    private static boolean isKey(String key) {
        return KEY.matcher(key).matches();
    }

    private IdempotencyKeys.Identity identity(String key) {
        return new IdempotencyKeys.Identity(caller.id(), http.method() + " " + http.path(), key);
    }

    private boolean isOf(Object request, byte[] stored) {
        return MessageDigest.isEqual(stored, digest(request)) || isOfOldForm(request, stored);
    }

    /** Versions before 2026-12-01 made the digest of the body as it was written: a row that they left is answered, too. */
    private boolean isOfOldForm(Object request, byte[] stored) {
        try {
            return MessageDigest.isEqual(stored, sha256(mapper.writeValueAsBytes(request)));
        } catch (JsonProcessingException e) {
            // A number that cannot be written out: those versions stored nothing for it.
            return false;
        }
    }

    /** The HTTP response of an answer. */
    public Response respond(StoredAnswer answer) {
        return respond(answer, parse(answer.body()));
    }

    /** The HTTP response of an answer with another body. */
    public Response respond(StoredAnswer answer, Object body) {
        Response.ResponseBuilder response = Response.status(answer.status()).entity(body);
        if (answer.location() != null) {
            // As a header, not as a URI: JAX-RS would make it absolute with a host that a proxy hides.
            response.header(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.etag() != null) {
            response.header(HttpHeaders.ETAG, answer.etag());
        }
        return response.build();
    }

    private StoredAnswer store(Created created) {
        return new StoredAnswer(created.status(), created.location(), created.etag(), write(created.body()));
    }

    private JsonNode parse(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored answer is not JSON", e);
        }
    }

    private String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot be written as JSON: " + value.getClass(), e);
        }
    }

    private byte[] digest(Object request) {
        try {
            return sha256(oneText.writeValueAsBytes(request));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
