package dev.plumbline.kit.openapi;

import dev.plumbline.kit.problem.ProblemMappers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Tells in the OpenAPI document what every operation answers when it cannot do what was asked: a problem, RFC 9457. */
public final class ProblemResponses implements OASFilter {
    private static final String REFERENCE = "#/components/responses/Problem";
    private static final String TOO_MANY = "#/components/responses/TooManyRequests";

    @Override
    public Operation filterOperation(Operation operation) {
        if (operation.getResponses() != null) {
            operation
                    .getResponses()
                    .addAPIResponse("default", OASFactory.createAPIResponse().ref(REFERENCE));
            operation
                    .getResponses()
                    .addAPIResponse("429", OASFactory.createAPIResponse().ref(TOO_MANY));
            for (String status : List.of("401", "403")) {
                if (operation.getResponses().getAPIResponse(status) != null) {
                    operation
                            .getResponses()
                            .addAPIResponse(
                                    status, OASFactory.createAPIResponse().ref(REFERENCE));
                }
            }
        }
        return operation;
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
