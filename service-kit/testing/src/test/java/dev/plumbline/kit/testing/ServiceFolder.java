package dev.plumbline.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A service's folder on disk, whose files a test writes. */
record ServiceFolder(Path path) {
    static final String TYPE = "dev.plumbline.widget.made.v1";

    static final String SCHEMA = """
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
             "required": ["widgetId", "revision"],
             "properties": {"widgetId": {"type": "string", "format": "uuid"},
                            "revision": {"type": "integer", "minimum": 1}, "size": {"$ref": "size.schema.json"}}}
            """;

    static final String EXAMPLE = """
            {"widgetId": "01890a5d-ac96-774b-bcce-b302099a8057", "revision": 1, "size": "LARGE"}
            """;

    /** With one event type, the schema of a part, and one example. */
    static ServiceFolder inOrder(Path path) {
        return new ServiceFolder(path)
                .with("src/main/resources/contracts/" + TYPE + ".schema.json", SCHEMA)
                .with("src/main/resources/contracts/size.schema.json", "{\"enum\": [\"SMALL\", \"LARGE\"]}")
                .example(1, EXAMPLE);
    }

    ServiceFolder example(int number, String json) {
        return with("src/main/resources/contracts/examples/" + TYPE + "." + number + ".json", json);
    }

    ServiceFolder with(String name, String text) {
        try {
            Path file = path.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
