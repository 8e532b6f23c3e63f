package dev.plumbline.kit.openapi;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Finds the named schemas that a document uses in a place, with all that they refer to. */
final class SchemaUse {
    private static final String PREFIX = "#/components/schemas/";

    private final Map<String, Schema> schemas;
    private final Set<String> found = new HashSet<>();

    private SchemaUse(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    /** The names of the schemas of what is sent with requests. */
    static Set<String> ofRequests(OpenAPI document) {
        SchemaUse use = new SchemaUse(document.getComponents().getSchemas());
        operations(document)
                .filter(operation -> operation.getRequestBody() != null
                        && operation.getRequestBody().getContent() != null)
                .flatMap(operation -> operation.getRequestBody().getContent().getMediaTypes().values().stream())
                .forEach(media -> use.follow(media.getSchema()));
        return use.found;
    }

    private static Stream<Operation> operations(OpenAPI document) {
        return document.getPaths() == null
                ? Stream.empty()
                : document.getPaths().getPathItems().values().stream()
                        .map(PathItem::getOperations)
                        .map(Map::values)
                        .flatMap(Collection::stream);
    }

    private void follow(@Nullable Schema schema) {
        if (schema == null) {
            return;
        }
        String ref = schema.getRef();
        if (ref != null && ref.startsWith(PREFIX) && found.add(ref.substring(PREFIX.length()))) {
            follow(schemas.get(ref.substring(PREFIX.length())));
        }
        follow(schema.getItems());
        follow(schema.getAdditionalPropertiesSchema());
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(this::follow);
        }
        Stream.of(schema.getAnyOf(), schema.getOneOf(), schema.getAllOf())
                .flatMap(parts -> parts == null ? Stream.empty() : List.copyOf(parts).stream())
                .forEach(this::follow);
    }
}
