package dev.plumbline.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The Compose file, with what its services share put in. */
final class Compose {
    private Compose() {}

    static Path folder() {
        return Project.root().resolve("deploy/compose");
    }

    /** All of it. */
    static JsonNode file() {
        Object all =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(Project.read(folder().resolve("compose.yaml")));
        return Chart.YAML.valueToTree(all);
    }

    /** Everything that it runs, by name. */
    static Set<String> names() {
        Set<String> names = new TreeSet<>();
        file().path("services").fieldNames().forEachRemaining(names::add);
        return names;
    }

    static JsonNode container(String name) {
        return file().path("services").path(name);
    }

    static Map<String, String> environment(String name) {
        return Manifest.map(container(name).path("environment"));
    }

    /** What is mounted from the project, and where. */
    static Stream<Mount> mounts(String name) {
        return Manifest.texts(container(name).path("volumes")).stream()
                .filter(volume -> volume.startsWith("."))
                .map(volume -> volume.split(":"))
                .map(parts -> new Mount(folder().resolve(parts[0]).normalize(), parts[1], parts.length > 2));
    }

    /**
     * A file or folder of the project in a container.
     *
     * @param readOnly whether the entry says {@code ro}
     */
    record Mount(Path source, String target, boolean readOnly) {}

    /** Where a path of a container lies in the project. */
    static Path inProject(String name, String path) {
        return mounts(name)
                .filter(mount -> path.equals(mount.target()) || path.startsWith(mount.target() + "/"))
                .map(mount -> mount.source()
                        .resolve(path.substring(mount.target().length()).replaceFirst("^/", "")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(path + " is not mounted into " + name));
    }
}
