package dev.plumbline.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A service's own files. */
enum Service {
    JOB,
    ASSESSMENT,
    INTERVIEW,
    DECISION;

    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([a-z.-]+)\"\\)");
    private static final Pattern METHOD = Pattern.compile("(?m)^ {4}[A-Z]?[\\w<>]+ (\\w+)\\(\\);");
    private static final Pattern PROPERTY = Pattern.compile("@ConfigProperty\\(name = \"(plumbline[a-z.-]+)\"");

    /** Its name in the chart, such as job. */
    String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return shortName() + "-service";
    }

    private Path folder() {
        return Project.root().resolve(title());
    }

    Properties settings() {
        return Project.properties(folder().resolve("src/main/resources/application.properties"));
    }

    /** What is the same for all services. */
    static Properties shared() {
        return Project.properties(
                Project.root().resolve("service-kit/src/main/resources/META-INF/microprofile-config.properties"));
    }

    List<String> list(String setting) {
        return List.of(settings().getProperty(setting).split(","));
    }

    /** The consumer groups of its channels, and of the consumers that it makes by itself. */
    Set<String> groups() {
        Set<String> groups = new TreeSet<>();
        settings().stringPropertyNames().stream()
                .filter(name -> name.endsWith(".group.id"))
                .forEach(name -> groups.add(settings().getProperty(name)));
        sources(folder())
                .flatMap(text -> Pattern.compile("String GROUP = \"([^\"]+)\"")
                        .matcher(text)
                        .results())
                .forEach(group -> groups.add(group.group(1)));
        return groups;
    }

    /** The topics that its asyncapi.yaml says it sends to, or receives from. */
    Set<String> topics(String action) {
        JsonNode document = Chart.yaml(folder().resolve("asyncapi.yaml"));
        return Manifest.each(document.path("operations"))
                .filter(operation -> operation.path("action").asText().equals(action))
                .map(operation ->
                        document.at(operation.at("/channel/$ref").asText().substring(1)))
                .map(channel -> channel.path("address").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The paths of its openapi.yaml. */
    List<String> paths() {
        return Chart.yaml(folder().resolve("openapi.yaml")).path("paths").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The settings of the project's own that this service has, such as plumbline.sessions.key. */
    Set<String> ownSettings() {
        return Stream.concat(sources(folder()), sources(Project.root().resolve("service-kit")))
                .flatMap(Service::settingsIn)
                .collect(Collectors.toSet());
    }

    /** Its own settings, and those of its libraries that it or the kit sets or cannot be without. */
    Stream<String> knownSettings() {
        return Stream.of(
                        ownSettings().stream(),
                        settings().stringPropertyNames().stream(),
                        shared().stringPropertyNames().stream(),
                        Stream.of("quarkus.datasource.username", "quarkus.datasource.password"))
                .flatMap(Function.identity());
    }

    private static Stream<String> settingsIn(String text) {
        Stream<String> mapped = MAPPING.matcher(text)
                .results()
                .flatMap(mapping ->
                        METHOD.matcher(text).results().map(method -> mapping.group(1) + "." + kebab(method.group(1))));
        Stream<String> single = PROPERTY.matcher(text).results().map((MatchResult property) -> property.group(1));
        return Stream.concat(mapped, single);
    }

    private static String kebab(String method) {
        return method.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static Stream<String> sources(Path module) {
        try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).map(Project::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
