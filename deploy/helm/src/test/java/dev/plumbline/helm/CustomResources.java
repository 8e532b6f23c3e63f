package dev.plumbline.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Kinds that operators define, as far as their schemas say: rules in CEL are not evaluated. */
final class CustomResources {
    private final Map<String, Schema> schemas = new HashMap<>();

    /** @param folder with CustomResourceDefinitions, one a file */
    CustomResources(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".yaml"))
                    .map(Chart::yaml)
                    .forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> faults(Manifest manifest) {
        Schema schema = schemas.get(manifest.apiVersion() + " " + manifest.kind());
        if (schema == null) {
            return List.of("nobody defines " + manifest.apiVersion() + " " + manifest.kind());
        }
        return schema.validate(manifest.json().toString(), InputFormat.JSON).stream()
                .map(fault -> fault.getInstanceLocation() + ": " + fault.getMessage())
                .toList();
    }

    private void add(JsonNode definition) {
        String group = definition.at("/spec/group").asText();
        String kind = definition.at("/spec/names/kind").asText();
        for (JsonNode version : definition.at("/spec/versions")) {
            if (version.path("served").asBoolean()) {
                JsonNode schema = version.at("/schema/openAPIV3Schema");
                close(schema);
                schemas.put(
                        group + "/" + version.path("name").asText() + " " + kind,
                        SchemaRegistry.withDialect(Dialects.getDraft7())
                                .getSchema(schema.toString(), InputFormat.JSON));
            }
        }
    }

    /** The API server drops unknown fields in silence; here they are faults. */
    private static void close(JsonNode schema) {
        if (!(schema instanceof ObjectNode object)) {
            return;
        }
        boolean open =
                object.path("x-kubernetes-preserve-unknown-fields").asBoolean() || object.has("additionalProperties");
        if (object.has("properties") && !open) {
            object.put("additionalProperties", false);
        }
        object.path("properties").forEach(CustomResources::close);
        close(object.path("items"));
        close(object.path("additionalProperties"));
    }
}
