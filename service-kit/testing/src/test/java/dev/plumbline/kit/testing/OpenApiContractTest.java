package dev.plumbline.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiContractTest {
    private static final String WRITE = "plumbline.contracts.write";

    @TempDir
    Path folder;

    @AfterEach
    void stop_writing() {
        System.clearProperty(WRITE);
    }

    @Test
    void shows_what_differs_and_how_to_accept_it() throws IOException {
        Files.writeString(folder.resolve("openapi.yaml"), "openapi: 3.1.0\npaths:\n  /a: {}\n");
        assertThatThrownBy(() -> new OpenApiContract(folder).compare("openapi: 3.1.0\npaths:\n  /b: {}\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("-Dplumbline.contracts.write=true")
                .hasMessageContaining("-  /a: {}")
                .hasMessageContaining("+  /b: {}");
    }

    @Test
    void does_not_mind_line_ends() throws IOException {
        Files.writeString(folder.resolve("openapi.yaml"), "openapi: 3.1.0\r\npaths: {}\r\n");
        assertThatCode(() -> new OpenApiContract(folder).compare("openapi: 3.1.0\npaths: {}"))
                .doesNotThrowAnyException();
    }

    @Test
    void fails_where_nothing_is_committed() {
        assertThatThrownBy(() -> new OpenApiContract(folder).compare("openapi: 3.1.0\n"))
                .hasMessageContaining("+openapi: 3.1.0");
    }

    @Test
    void writes_the_document_when_told_to() throws IOException {
        System.setProperty(WRITE, "true");
        new OpenApiContract(folder).compare("openapi: 3.1.0");
        assertThat(folder.resolve("openapi.yaml")).hasContent("openapi: 3.1.0\n");
    }
}
