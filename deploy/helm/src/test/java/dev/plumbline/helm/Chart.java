package dev.plumbline.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The chart as Helm renders it, for the release {@code plumbline} in the namespace of that name. */
final class Chart {
    static final String NAMESPACE = "plumbline";
    static final YAMLMapper YAML =
            YAMLMapper.builder(YAMLFactory.builder().build()).build();

    private static final ConcurrentHashMap<String, List<Manifest>> RENDERED = new ConcurrentHashMap<>();

    private Chart() {}

    /** The values files that ship: what stands between {@code values-} and {@code .yaml}. */
    static Stream<String> valuesFiles() {
        return Stream.of("demo", "production", "existing-infrastructure");
    }

    static Path valuesFile(String name) {
        return Project.chart().resolve("values-" + name + ".yaml");
    }

    /** The objects of a values file. */
    static List<Manifest> of(String values) {
        return RENDERED.computeIfAbsent(values, name -> with(name, "{}"));
    }

    /** The objects of a values file with more settings over it, in YAML. */
    static List<Manifest> with(String values, String more) {
        try {
            Path over = Files.createTempFile("values", ".yaml");
            try {
                Files.writeString(over, more);
                TemplateCommand template = new Helm(Project.chart())
                        .template()
                        .withName("plumbline")
                        .withNamespace(NAMESPACE)
                        .withKubeVersion("1.30.0")
                        .withValuesFile(valuesFile(values))
                        .withValuesFile(over);
                return manifests(template.call());
            } finally {
                Files.delete(over);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the chart says of a service. */
    static JsonNode services() {
        return yaml(Project.chart().resolve("files/services.yaml"));
    }

    static JsonNode yaml(Path file) {
        try {
            return YAML.readTree(Project.read(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Manifest> manifests(String text) throws IOException {
        try (YAMLParser parser = YAML.getFactory().createParser(text);
                MappingIterator<JsonNode> documents =
                        YAML.readerFor(JsonNode.class).readValues(parser)) {
            return documents.readAll().stream()
                    .filter(JsonNode::isObject)
                    .map(Manifest::new)
                    .toList();
        }
    }
}
