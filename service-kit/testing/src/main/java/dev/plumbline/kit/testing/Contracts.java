package dev.plumbline.kit.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Checks of what other systems rely on: the events' schemas and examples, the committed OpenAPI and AsyncAPI documents. A
 * service is named like its folder, for example {@code job-service}.
 */
public final class Contracts {
    private Contracts() {}

    /** The types of the events that a service publishes: each has a schema in its {@code contracts} folder. */
    public static List<String> typesOf(String service) {
        return events(service).types();
    }

    /**
     * The examples of an event, read where its publisher keeps them: what a consumer's tests feed it with.
     *
     * @throws AssertionError where there is none
     */
    public static List<Example> examplesOf(String service, String type) {
        List<Example> examples = events(service).examples(type);
        assertThat(examples).as("Examples of " + type + " in " + service).isNotEmpty();
        return examples;
    }

    /** Asserts that this JSON is valid data of an event by its publisher's schema (JSON Schema, draft 2020-12). */
    public static void checkData(String service, String type, String json) {
        assertThat(events(service).faults(type, json))
                .as("Faults of this data of " + type + " by the schema of " + service + ": " + json)
                .isEmpty();
    }

    /** Asserts that an event is as its publisher promises: every header, and its data by the schema. */
    public static void checkEvent(String service, ReceivedEvent event) {
        List<String> faults = new ArrayList<>(Envelope.faults(service, event));
        faults.addAll(events(service).faults(event.type(), event.text()));
        assertThat(faults).as("Faults of " + event).isEmpty();
    }

    /**
     * Asserts that a service's contract files are in order: each schema is one, each type has examples {@code
     * <type>.<n>.json} from 1 without a gap, each of them valid.
     */
    public static void checkExamples(String service) {
        EventContracts events = events(service);
        assertThat(events.types()).as("Event types of " + service).isNotEmpty();
        assertThat(events.fileFaults())
                .as("Faults of the contract files of " + service)
                .isEmpty();
    }

    /**
     * Asserts that the running application serves the OpenAPI document which is committed as {@code
     * <service>/openapi.yaml}. With the system property {@code plumbline.contracts.write=true} it writes the file
     * instead.
     */
    public static void checkOpenApi(String service) {
        new OpenApiContract(folder(service)).check();
    }

    /**
     * Asserts that the operations of the OpenAPI document are the resource methods that the running application has
     * registered, all of them and no other.
     */
    public static void checkRoutes() {
        String document = given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Set<String> registered = Routes.registered();
        assertThat(registered).as("Registered resource methods").isNotEmpty();
        assertThat(Routes.faults(registered, Operation.of(document)))
                .as("Differences between routes and OpenAPI document")
                .isEmpty();
    }

    /**
     * Asserts that {@code <service>/asyncapi.yaml} is a valid AsyncAPI 3.0.0 document which names every event type of the
     * service, with its schema by {@code $ref} and its headers, and no type that has no schema.
     */
    public static void checkAsyncApi(String service) {
        assertThat(new AsyncApiContract(folder(service)).faults())
                .as("Faults of " + service + "/asyncapi.yaml")
                .isEmpty();
    }

    private static EventContracts events(String service) {
        return new EventContracts(folder(service));
    }

    private static Path folder(String service) {
        return ProjectFiles.root().resolve(service);
    }
}
