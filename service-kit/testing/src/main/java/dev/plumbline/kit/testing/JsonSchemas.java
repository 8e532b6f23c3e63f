package dev.plumbline.kit.testing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.DialectId;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Validation by JSON Schema: draft 2020-12 where a schema names no other, formats asserted, nothing fetched. */
final class JsonSchemas {
    private static final String BASE = "https://plumbline.dev/contracts/";
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonSchemas() {}

    /** What is wrong with a schema file itself; empty where nothing is. */
    static List<String> schemaFaults(Path file) {
        String text = read(file);
        List<String> faults = new ArrayList<>(syntaxFaults(text));
        if (faults.isEmpty()) {
            faults.addAll(faults(registry(file.toAbsolutePath().getParent()), DialectId.DRAFT_2020_12, text));
        }
        return faults;
    }

    /**
     * What is wrong with a JSON text by this schema file; empty where nothing is. A {@code $ref} to another file means
     * the one of that name in the same folder.
     */
    static List<String> faults(Path schema, String json) {
        List<String> faults = syntaxFaults(json);
        return faults.isEmpty()
                ? faults(registry(schema.toAbsolutePath().getParent()), BASE + schema.getFileName(), json)
                : faults;
    }

    /** What is wrong with an AsyncAPI document by the official schema of AsyncAPI 3.0.0; empty where nothing is. */
    static List<String> asyncApiFaults(String json) {
        Schema schema = SchemaRegistry.withDialect(Dialects.getDraft7())
                .getSchema(resource("asyncapi/3.0.0.json"), InputFormat.JSON);
        return described(schema, json);
    }

    /** Why a text is no JSON that every parser reads alike; empty where it is. */
    static List<String> syntaxFaults(String json) {
        try {
            STRICT.readTree(json);
            return List.of();
        } catch (JsonProcessingException e) {
            return List.of(e.getOriginalMessage() + " (line " + e.getLocation().getLineNr() + ")");
        }
    }

    private static List<String> faults(SchemaRegistry registry, String schema, String json) {
        try {
            return described(registry.getSchema(SchemaLocation.of(schema)), json);
        } catch (SchemaException e) {
            return List.of("The schema " + schema + " cannot be used: " + e.getMessage());
        }
    }

    private static List<String> described(Schema schema, String json) {
        return schema.validate(json, InputFormat.JSON).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .distinct()
                .toList();
    }

    private static SchemaRegistry registry(@Nullable Path folder) {
        return SchemaRegistry.withDefaultDialect(
                Dialects.getDraft202012(),
                builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build())
                        .schemas(iri -> inFolder(folder, iri)));
    }

    /** The text of the file that an address ends with, or null where the folder has none such. */
    private static @Nullable String inFolder(@Nullable Path folder, String iri) {
        if (folder == null || !iri.startsWith(BASE)) {
            return null;
        }
        Path file = folder.resolve(iri.substring(BASE.length()));
        return Files.isRegularFile(file) ? read(file) : null;
    }

    private static String resource(String name) {
        try (InputStream stream = JsonSchemas.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("Not on the class path: " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
