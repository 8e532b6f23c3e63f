package dev.plumbline.local.platform;

import dev.plumbline.local.LocalFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What has to be there before anything starts. */
final class Required {
    private Required() {}

    /** @throws LocalFailure if one is missing */
    static void jars(Layout layout) {
        List<Path> jars = new ArrayList<>(List.of(ServersProcess.jar(layout)));
        for (Service service : Service.values()) {
            jars.add(service.jar(layout.repository()));
        }
        for (Path jar : jars) {
            if (!Files.isRegularFile(jar)) {
                throw new LocalFailure(jar + " is missing: run ./mvnw package first.");
            }
        }
    }

    /** @throws LocalFailure if one is in use */
    static void ports(Layout layout) {
        LoopbackPorts.requireFree(layout.issuerPort(), "the OIDC issuer");
        for (Service service : Service.values()) {
            LoopbackPorts.requireFree(layout.port(service), service.title());
        }
    }
}
