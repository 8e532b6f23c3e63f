package dev.plumbline.kit.openapi;

import dev.plumbline.kit.problem.ProblemMappers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Tells in the OpenAPI document what every operation answers when it cannot do what was asked: a problem, RFC 9457. */
public final class ProblemResponses implements OASFilter {
    private static final String REFERENCE = "#/components/responses/Problem";

    @Override
    public Operation filterOperation(Operation operation) {
        if (operation.getResponses() != null) {
            operation
                    .getResponses()
                    .addAPIResponse("default", OASFactory.createAPIResponse().ref(REFERENCE));
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
        APIResponse response = OASFactory.createAPIResponse()
                .description("What is wrong, where, and what to do (RFC 9457); errors names every fault of the body")
                .content(OASFactory.createContent()
                        .addMediaType(
                                ProblemMappers.PROBLEM_JSON,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
        document.getComponents().addResponse("Problem", response);
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
