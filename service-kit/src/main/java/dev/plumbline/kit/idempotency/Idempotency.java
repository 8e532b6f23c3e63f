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

    /** Like {@link #once}, for a caller that adds to the answer what must not be stored, such as a secret. */
    @Transactional
    public StoredAnswer onceStored(@Nullable String key, Object request, Supplier<Created> work) {
        if (key == null) {
            return store(work.get());
        }
        if (!KEY.matcher(key).matches()) {
            throw new ProblemException(
                    new KitError.InvalidParameter("Idempotency-Key", "must be 1 to 200 visible ASCII characters"));
        }
        var identity = new IdempotencyKeys.Identity(caller.id(), http.method() + " " + http.path(), key);
        if (!keys.tryLock(identity)) {
            throw new ProblemException(new KitError.IdempotencyKeyInFlight());
        }
        byte[] digest = digestOf(request);
        Optional<IdempotencyKeys.Stored> first = keys.find(identity);
        if (first.isPresent()) {
            if (!MessageDigest.isEqual(first.get().requestDigest(), digest)) {
                throw new ProblemException(new KitError.IdempotencyKeyReused());
            }
            return first.get().answer();
        }
        StoredAnswer answer = store(work.get());
        keys.insert(identity, digest, answer);
        return answer;
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

    private byte[] digestOf(Object request) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(oneText.writeValueAsBytes(request));
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
