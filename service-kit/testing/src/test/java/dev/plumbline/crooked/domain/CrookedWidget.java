package dev.plumbline.crooked.domain;

import dev.plumbline.crooked.app.CrookedUseCase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Knows the layer above, reads a file, asks the clock. */
public class CrookedWidget {
    private final CrookedUseCase useCase = new CrookedUseCase();

    Instant since() {
        return Files.exists(Path.of("since")) && useCase.toString().isEmpty() ? Instant.EPOCH : Instant.now();
    }
}
