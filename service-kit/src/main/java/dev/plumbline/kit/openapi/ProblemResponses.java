package dev.plumbline.kit.openapi;

import dev.plumbline.kit.problem.ProblemMappers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;

/**
 * Tells in the OpenAPI document what every operation answers when it cannot do what was asked: a problem, RFC 9457. Each
 * status is named, none is left to a default: tests refuse an answer whose status is not there.
 */
public final class ProblemResponses implements OASFilter {
    private static final String REFERENCE = "#/components/responses/Problem";
    private static final String TOO_MANY = "#/components/responses/TooManyRequests";
    private static final String FAILURE = "#/components/responses/Failure";

    @Override
    public PathItem filterPathItem(PathItem path) {
        path.getOperations().forEach(ProblemResponses::describe);
        return path;
    }

    private static void describe(PathItem.HttpMethod method, Operation operation) {
        APIResponses responses = operation.getResponses();
        if (responses == null) {
            return;
        }
        SortedSet<String> refusals = named(responses);
        refusals.addAll(ofWhatItTakes(operation));
        if (method != PathItem.HttpMethod.GET) {
            // Any change may meet another one, or an idempotency key that is in use.
            refusals.add("409");
        }
        for (String status : refusals) {
            responses.addAPIResponse(status, OASFactory.createAPIResponse().ref(REFERENCE));
        }
        responses.addAPIResponse("429", OASFactory.createAPIResponse().ref(TOO_MANY));
        responses.addAPIResponse("5XX", OASFactory.createAPIResponse().ref(FAILURE));
    }

    /** The refusals that the resource names itself, such as the 409 of an application that is not known yet. */
    private static SortedSet<String> named(APIResponses responses) {
        return responses.getAPIResponses().keySet().stream()
                .filter(status -> status.startsWith("4"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> ofWhatItTakes(Operation operation) {
        // A target or a header that is none, an Accept that nothing fits, a parameter that cannot be used.
        List<String> refusals = new ArrayList<>(List.of("400", "406", "422"));
        if (takes(operation, Parameter.In.PATH, null)) {
            refusals.add("404");
        }
        if (operation.getRequestBody() != null) {
            refusals.addAll(List.of("408", "413", "415"));
        }
        if (takes(operation, Parameter.In.HEADER, "If-Match")) {
            refusals.add("412");
        }
        return refusals;
    }

    private static boolean takes(Operation operation, Parameter.In where, @Nullable String name) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> parameter.getIn() == where
                                && (name == null || name.equalsIgnoreCase(parameter.getName())));
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents().addSchema("Problem", problem());
        document.getComponents()
                .addResponse(
                        "Problem",
                        response(
                                "What is wrong, where, and what to do (RFC 9457); errors names every fault of the body"));
        document.getComponents()
                .addResponse(
                        "TooManyRequests",
                        response("More calls than one caller may make, or more of such work than is done at once")
                                .addHeader("Retry-After", retryAfter()));
        document.getComponents()
                .addResponse("Failure", response("The service failed, and nothing of the request was stored"));
    }

    private static APIResponse response(String description) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                ProblemMappers.PROBLEM_JSON,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
    }

    private static Header retryAfter() {
        Schema seconds =
                OASFactory.createSchema().addType(Schema.SchemaType.INTEGER).minimum(BigDecimal.ONE);
        return OASFactory.createHeader()
                .description("Seconds after which the call may be repeated")
                .required(true)
                .schema(seconds);
    }

    private static Schema problem() {
        Schema fault = object(Map.of(
                "pointer", text("JSON pointer (RFC 6901) into the request body"), "message", text("what is wrong")));
        return object(Map.of(
                        "type", text("/problems/<slug>, stable"),
                        "title", text("the same for every occurrence"),
                        "detail", text("what is wrong here and what to do"),
                        "status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER),
                        "errors",
                                OASFactory.createSchema()
                                        .addType(Schema.SchemaType.ARRAY)
                                        .items(fault)))
                .required(List.of("type", "title", "status", "detail"));
    }

    private static Schema object(Map<String, Schema> properties) {
        Schema schema = OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
        List<String> names = new ArrayList<>(properties.keySet());
        names.sort(null);
        names.forEach(name -> schema.addProperty(name, properties.get(name)));
        return schema;
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}
