package dev.plumbline.kit.rest;

import dev.plumbline.kit.problem.Fault;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Refuses query parameters that a call does not take, with 422: a misspelt filter must not answer with everything; and those
 * with control characters, which no text has that is looked for, and which the database refuses. A call
 * takes those that are named by its method's {@link QueryParam}s. A method that has none of them and asks for the {@link
 * UriInfo} reads the query itself, and refuses for itself.
 */
@Provider
public class KnownParameters implements ContainerRequestFilter {
    private static final Map<Method, Query> QUERIES = new ConcurrentHashMap<>();

    private final ResourceInfo resource;

    KnownParameters(ResourceInfo resource) {
        this.resource = resource;
    }

    private record Query(Set<String> names, boolean isReadByTheMethod) {
        static Query of(Method method) {
            Set<String> names = Arrays.stream(method.getParameters())
                    .map(parameter -> parameter.getAnnotation(QueryParam.class))
                    .filter(named -> named != null)
                    .map(QueryParam::value)
                    .collect(Collectors.toUnmodifiableSet());
            boolean asksForAll = Arrays.stream(method.getParameters())
                    .map(Parameter::getType)
                    .anyMatch(UriInfo.class::equals);
            return new Query(names, names.isEmpty() && asksForAll);
        }
    }

    @Override
    public void filter(ContainerRequestContext request) {
        MultivaluedMap<String, String> given = request.getUriInfo().getQueryParameters();
        Method method = given.isEmpty() ? null : resource.getResourceMethod();
        if (method != null) {
            check(given, QUERIES.computeIfAbsent(method, Query::of));
        }
    }

    private static void check(MultivaluedMap<String, String> given, Query query) {
        List<Fault> faults = new ArrayList<>();
        new TreeMap<>(given).forEach((name, values) -> {
            String pointer = "/" + RecordBinder.escape(name);
            if (!query.isReadByTheMethod() && !query.names().contains(name)) {
                faults.add(new Fault(pointer, "is none that this call takes"));
            } else if (values.stream().anyMatch(KnownParameters::hasControls)) {
                faults.add(new Fault(pointer, "must hold no control characters"));
            }
        });
        if (!faults.isEmpty()) {
            throw new ProblemException(new KitError.InvalidParameters(faults));
        }
    }

    private static boolean hasControls(String value) {
        return value.chars().anyMatch(Character::isISOControl);
    }
}
