package dev.plumbline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The images, by either way of making them, and what runs them agree. */
class ImagesTest {
    private static final String OPTIONS = "@/plumbline/java-options";
    private static final Pattern TAGGED = Pattern.compile("plumbline/(?:\\$service|[a-z]+-service):(\\S+)");
    private static final Dockerfile FILE = Dockerfile.read();
    private static final Properties JIB = Project.properties(Project.root().resolve("deploy/images/jib.properties"));

    private static List<String> javaOptions() {
        return Project.read(Project.root().resolve("deploy/images/java-options"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    private static String toolOptions() {
        return Chart.yaml(Project.chart().resolve("values.yaml"))
                .at("/defaults/javaOptions")
                .asText();
    }

    @Test
    void there_is_a_target_for_each_service_and_no_other_last_stage() {
        List<String> bases = FILE.stages().stream().map(Dockerfile.Stage::base).toList();
        List<String> read = FILE.stages().stream()
                .flatMap(stage -> stage.all("COPY"))
                .flatMap(copy -> Pattern.compile("--from=(\\S+)").matcher(copy).results())
                .map(match -> match.group(1))
                .toList();
        assertThat(FILE.stages().stream()
                        .map(Dockerfile.Stage::name)
                        .filter(name -> !bases.contains(name) && !read.contains(name)))
                .containsExactlyElementsOf(
                        Stream.of(Service.values()).map(Service::title).toList());
    }

    @ParameterizedTest
    @EnumSource
    void a_service_starts_from_its_own_cache_without_a_shell(Service service) throws Exception {
        String name = service.title();
        JsonNode line = Chart.YAML.readTree(FILE.inherited(name, "ENTRYPOINT"));
        assertThat(Manifest.texts(line))
                .containsExactly(
                        "java",
                        OPTIONS,
                        "-XX:AOTCache=/plumbline/caches/%s.aot".formatted(name),
                        "-jar",
                        "/plumbline/%s/target/quarkus-app/quarkus-run.jar".formatted(name));
        assertThat(FILE.inherited(name, "WORKDIR")).isEqualTo("/plumbline");
        assertThat(FILE.inherited(name, "EXPOSE")).isEqualTo(service.settings().getProperty("quarkus.http.port"));
        assertThat(FILE.inherited(name, "CMD")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_changes_seldom_comes_first_and_lies_where_the_cache_was_made(Service service) {
        String target = service.title() + "/target/quarkus-app/";
        String libraries = "--from=build /layers/%s/libraries/ %s".formatted(service.title(), target);
        String application = "--from=build /layers/%s/application/ %s".formatted(service.title(), target);
        assertThat(FILE.stage(service.title()).all("COPY"))
                .containsExactly(
                        libraries,
                        application,
                        "--from=train /tmp/caches/%s.aot caches/".formatted(service.title()),
                        "--from=build /layers/%s/contents/ contents/".formatted(service.title()));
        assertThat(FILE.stage("train").all("COPY")).containsSubsequence(libraries, application);
    }

    @ParameterizedTest
    @EnumSource
    void a_service_runs_as_the_user_that_the_chart_says(Service service) {
        JsonNode pod = Chart.of("demo").stream()
                .filter(one -> one.isA("Deployment") && one.name().endsWith(service.title()))
                .findFirst()
                .orElseThrow()
                .spec("/template/spec/securityContext");
        String user =
                pod.path("runAsUser").asText() + ":" + pod.path("runAsGroup").asText();
        assertThat(FILE.inherited(service.title(), "USER")).isEqualTo(user).matches("[1-9]\\d*:[1-9]\\d*");
        assertThat(JIB).containsEntry("quarkus.jib.user", user);
    }

    @Test
    void caches_are_made_by_the_jvm_and_with_the_options_that_use_them() {
        assertThat(FILE.stage("train").base()).isEqualTo("runtime");
        assertThat(FILE.line("job-service")).extracting(Dockerfile.Stage::name).startsWith("runtime");
        assertThat(FILE.stage("runtime").last("COPY")).isEqualTo("deploy/images/java-options ./");
        assertThat(FILE.stage("train").last("RUN"))
                .contains("\"dev.plumbline.local.Train\", \"/tmp/caches\", \"" + OPTIONS + "\"");
        // They go before the command line's, and would go into the training, too.
        assertThat(FILE.inherited("train", "ENV")).isEmpty();
    }

    @Test
    void base_images_are_of_one_pinned_release() {
        assertThat(FILE.arguments()).hasSize(1);
        String version = FILE.arguments().getFirst().rest().replaceFirst("^JAVA=", "");
        assertThat(version).matches(Project.property("maven.compiler.release") + "\\.\\d+\\.\\d+_\\d+");
        assertThat(FILE.stage("build").base()).isEqualTo("eclipse-temurin:${JAVA}-jdk-noble");
        assertThat(FILE.stage("runtime").base()).isEqualTo("eclipse-temurin:${JAVA}-jre-noble");
        assertThat(JIB).containsEntry("quarkus.jib.base-jvm-image", "eclipse-temurin:%s-jre-noble".formatted(version));
    }

    /** Who follows the page pushes what the chart asks for; Jib's tag is the version where no setting names one. */
    @ParameterizedTest
    @ValueSource(strings = {"docs/operations/images.md", "deploy/images/Dockerfile"})
    void the_tag_that_is_documented_is_the_one_that_the_chart_asks_for(String file) {
        String tag = Chart.yaml(Project.chart().resolve("Chart.yaml"))
                .path("appVersion")
                .asText();
        assertThat(TAGGED.matcher(Project.read(Project.root().resolve(file)))
                        .results()
                        .map(image -> image.group(1)))
                .isNotEmpty()
                .containsOnly(tag);
        assertThat(Chart.of("demo").stream()
                        .filter(one -> one.isA("Deployment"))
                        .map(one ->
                                one.spec("/template/spec/containers/0/image").asText()))
                .hasSize(4)
                .allMatch(image -> image.endsWith("-service:" + tag));
        assertThat(Project.property("version")).isEqualTo(tag);
        assertThat(JIB).doesNotContainKey("quarkus.container-image.tag");
    }

    @Test
    void files_have_the_time_that_the_jars_entries_have() {
        assertThat(FILE.stage("build").last("RUN"))
                .contains("touch -h -d " + Project.property("project.build.outputTimestamp") + " ");
    }

    /** Where scanners of images look for it, they look for this ending; the build must not leave it out then. */
    @Test
    void what_an_image_consists_of_is_in_it() {
        assertThat(FILE.stage("build").last("RUN"))
                .contains(
                        "mv \"$service/target/quarkus-run-cyclonedx.json\" \"/layers/$service/contents/$service.cdx.json\"");
        assertThat(FILE.stage("build").all("RUN")).noneMatch(line -> line.contains("cyclonedx.skip"));
    }

    @Test
    void jib_starts_the_services_with_the_same_options() {
        assertThat(List.of(
                        JIB.getProperty("quarkus.jib.jvm-additional-arguments").split(",")))
                .isEqualTo(javaOptions());
        assertThat(JIB).containsEntry("quarkus.jib.environment-variables.JAVA_TOOL_OPTIONS", toolOptions());
        assertThat(FILE.stage("service").last("ENV")).isEqualTo("JAVA_TOOL_OPTIONS=\"%s\"".formatted(toolOptions()));
    }

    @Test
    void what_the_build_reads_is_in_its_context() {
        List<String> let = Project.read(Project.root().resolve(".dockerignore"))
                .lines()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1))
                .toList();
        assertThat(let)
                .allSatisfy(path -> assertThat(Project.root().resolve(path)).exists());
        assertThat(Pattern.compile("<module>(.*)</module>")
                        .matcher(Project.read(Project.root().resolve("pom.xml")))
                        .results()
                        .map(module -> module.group(1) + "/pom.xml"))
                .isNotEmpty()
                .allMatch(pom -> let.stream().anyMatch(path -> pom.equals(path) || pom.startsWith(path + "/")));
    }
}
