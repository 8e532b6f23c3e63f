package dev.plumbline.crooked.app;

import dev.plumbline.crooked.rest.WidgetHelper;
import jakarta.persistence.EntityManager;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Depends on an edge, knows the database and logs by the JDK. */
public class CrookedUseCase {
    @Nullable WidgetHelper edge;

    @Nullable EntityManager database;

    void log() {
        Logger.getLogger("crooked").info("crooked");
    }
}
