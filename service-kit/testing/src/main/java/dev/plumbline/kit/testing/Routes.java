package dev.plumbline.kit.testing;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/** What the running application takes calls at, as its server has it, beside what its OpenAPI document names. */
final class Routes {
    /** A parameter of a path, with the expression that it has to match, if there is one. */
    private static final Pattern PARAMETER = Pattern.compile("\\{\\s*([\\w-]+)\\s*(?::[^{}]*(?:\\{[^{}]*}[^{}]*)*)?}");

    private Routes() {}

    /** The resource methods that the server has registered, such as {@code GET /v1/jobs/{id}}. */
    static Set<String> registered() {
        Set<String> routes = new TreeSet<>();
        RuntimeResourceVisitor.visitRuntimeResources(
                "", ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(), new RuntimeResourceVisitor() {
                    @Override
                    public void visitRuntimeResource(String method, String path, RuntimeResource resource) {
                        routes.add(route(method, path));
                    }
                });
        return routes;
    }

    static String route(String method, String path) {
        String named = PARAMETER.matcher(path).replaceAll("{$1}");
        return method + " " + (named.length() > 1 ? named.replaceFirst("/$", "") : named);
    }

    /**
     * How routes and a document's operations differ; empty where they do not. A {@code HEAD} is its path's {@code GET}
     * without the body (RFC 9110, 9.3.2), also where it has a method of its own: the document of the one is that of both.
     */
    static List<String> faults(Set<String> routes, Collection<Operation> documented) {
        Set<String> operations = new TreeSet<>();
        documented.forEach(operation -> operations.add(operation.name()));
        List<String> faults = new ArrayList<>();
        routes.stream()
                .filter(route -> !operations.contains(route.replaceFirst("^HEAD ", "GET ")))
                .forEach(route -> faults.add(route + " is served and in no document"));
        operations.stream()
                .filter(operation -> !routes.contains(operation))
                .forEach(operation -> faults.add(operation + " is in the document and not served"));
        return faults;
    }
}
