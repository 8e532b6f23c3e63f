package dev.plumbline.kit.testing;

import static io.restassured.RestAssured.given;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.util.diff.DiffUtils;

/** The committed OpenAPI document of a service, against the one that the running application serves. */
final class OpenApiContract {
    private static final String WRITE_PROPERTY = "plumbline.contracts.write";
    private static final int CONTEXT = 3;
    private static final int SHOWN = 200;

    private final Path file;

    OpenApiContract(Path service) {
        file = service.resolve("openapi.yaml");
    }

    void check() {
        compare(given().queryParam("format", "yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    void compare(String served) {
        String text = served.stripTrailing() + "\n";
        try {
            if (Boolean.getBoolean(WRITE_PROPERTY)) {
                Files.writeString(file, text);
                return;
            }
            String committed =
                    Files.isRegularFile(file) ? Files.readString(file).replace("\r\n", "\n") : "";
            if (!committed.equals(text)) {
                throw new AssertionError(
                        file + " is not what the application serves. If the change is meant, run this" + " test with -D"
                                + WRITE_PROPERTY + "=true and commit the file.\n" + difference(committed, text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read or write " + file, e);
        }
    }

    private static String difference(String committed, String served) {
        List<String> before = committed.lines().toList();
        List<String> lines = DiffUtils.generateUnifiedDiff(
                "committed",
                "served",
                before,
                DiffUtils.diff(before, served.lines().toList()),
                CONTEXT);
        String shown = String.join("\n", lines.subList(0, Math.min(SHOWN, lines.size())));
        return lines.size() > SHOWN ? shown + "\n... and " + (lines.size() - SHOWN) + " lines more" : shown;
    }
}
