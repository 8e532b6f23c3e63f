package dev.plumbline.kit.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.kit.problem.Fault;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.annotation.Priority;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Reads the JSON bodies of requests into records, or into {@link JsonNode}s where a resource looks at the tree itself.
 * A body that is not well-formed is answered with 400, one with faults with a 422 that names every one of them; a resource
 * that takes it as {@link Sent} gets it with its faults.
 *
 * <p>It takes bodies of every media type, to refuse those that are not {@code application/json} with 415: what it leaves,
 * such as {@code application/ld+json}, Jackson's own reader would bind, which overlooks unknown members and checks no
 * constraint.
 */
@Provider
@Consumes(MediaType.WILDCARD)
@Priority(Priorities.USER - 1000)
public class StrictJsonReader implements ServerMessageBodyReader<Object> {
    private final ObjectMapper mapper;
    private final Validator validator;
    private final CrossChecks crossChecks;
    private final BodyLimit limit;

    StrictJsonReader(ObjectMapper mapper, Validator validator, CrossChecks crossChecks, BodyLimit limit) {
        this.mapper = mapper;
        this.validator = validator;
        this.crossChecks = crossChecks;
        this.limit = limit;
    }

    @Override
    public boolean isReadable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo resource, MediaType mediaType) {
        return isOurs(type);
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return isOurs(type);
    }

    @Override
    public Object readFrom(Class<Object> type, Type genericType, MediaType mediaType, ServerRequestContext context)
            throws IOException {
        requireJson(mediaType);
        return read(genericType, context.getInputStream());
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        requireJson(mediaType);
        return read(genericType, body);
    }

    /** A call that names no media type at all is taken by its body. */
    private static void requireJson(MediaType mediaType) {
        if (!MediaType.APPLICATION_JSON_TYPE.isCompatible(mediaType)) {
            throw new NotSupportedException();
        }
    }

    private static boolean isOurs(Class<?> type) {
        return type.isRecord() || type == JsonNode.class;
    }

    private Object read(Type type, InputStream body) {
        RecordBinder binder = new RecordBinder(validator, crossChecks);
        if (type instanceof ParameterizedType sent && sent.getRawType() == Sent.class) {
            binder.bind(parse(limit.on(body)), sent.getActualTypeArguments()[0], "");
            Record outermost = binder.outermost();
            if (outermost == null) {
                throw new ProblemException(new KitError.InvalidContent(binder.faults()));
            }
            return new Sent<>(outermost, binder.faults());
        }
        Object bound = binder.bind(parse(limit.on(body)), type, "");
        List<Fault> faults = binder.faults();
        if (!faults.isEmpty() || bound == null) {
            throw new ProblemException(new KitError.InvalidContent(faults));
        }
        return bound;
    }

    private JsonNode parse(InputStream body) {
        try {
            JsonNode node = mapper.readTree(body);
            if (node == null || node.isMissingNode()) {
                throw new ProblemException(
                        new KitError.MalformedJson("The body is empty; this call takes a JSON text."));
            }
            return node;
        } catch (StreamConstraintsException e) {
            throw new ProblemException(new KitError.MalformedJson(
                    "The body is nested deeper, or holds a longer number, name or string, than this service reads."));
        } catch (NumberFormatException e) {
            // BigDecimal's own limit: its exponent is an int.
            throw new ProblemException(new KitError.MalformedJson("The body holds a number that no decimal can hold."));
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            // The parser's own message quotes the text, which may be about a person.
            String what = e.getOriginalMessage().startsWith("Duplicate field")
                    ? "An object names one member twice"
                    : "This is not JSON (RFC 8259)";
            throw new ProblemException(new KitError.MalformedJson(what + where + "."));
        } catch (IOException e) {
            // The client went away in the middle of it, or paused for too long: nothing of the service has failed.
            throw new ProblemException(new KitError.IncompleteBody());
        }
    }
}
