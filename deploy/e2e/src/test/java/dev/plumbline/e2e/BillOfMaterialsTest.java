package dev.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.local.platform.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written beside each packaged service of what it consists of (CycloneDX) is what lies there. */
class BillOfMaterialsTest {
    /**
     * Licences, by their SPDX ids where they have one, under which libraries may be passed on unchanged with an application
     * under Apache-2.0. A library that offers several needs one of them.
     */
    private static final Set<String> FITTING = Set.of(
            "Apache-2.0",
            "MIT",
            "MIT-0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            // The text of BSD-3-Clause under a name of its own.
            "iCal4j - License",
            "CC0-1.0",
            "Public Domain",
            "EPL-2.0");

    @ParameterizedTest
    @EnumSource
    void every_file_is_listed_with_its_checksum_and_nothing_else(Service service) throws Exception {
        Map<String, String> listed = new TreeMap<>();
        for (JsonNode component : components(service)) {
            for (JsonNode place : component.at("/evidence/occurrences")) {
                listed.put(place.path("location").asText(), sha256(component));
            }
        }
        assertThat(listed).hasSizeGreaterThan(200).isEqualTo(packaged(service));
    }

    private static List<JsonNode> components(Service service) throws IOException {
        JsonNode bill = Http.JSON.readTree(
                target(service).resolve("quarkus-run-cyclonedx.json").toFile());
        assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
        List<JsonNode> components = new ArrayList<>();
        bill.path("components").forEach(components::add);
        return components;
    }

    private static Path target(Service service) {
        return Path.of(System.getProperty("plumbline.root"), service.title(), "target");
    }

    private static String sha256(JsonNode component) {
        for (JsonNode hash : component.path("hashes")) {
            if (hash.path("alg").asText().equals("SHA-256")) {
                return hash.path("content").asText();
            }
        }
        return "none";
    }

    private static Map<String, String> packaged(Service service) throws IOException, NoSuchAlgorithmException {
        Path folder = target(service).resolve("quarkus-app");
        Map<String, String> packaged = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                packaged.put(
                        folder.relativize(file).toString().replace('\\', '/'),
                        HexFormat.of().formatHex(digest));
            }
        }
        return packaged;
    }

    @ParameterizedTest
    @EnumSource
    void every_library_has_a_licence_that_goes_with_that_of_the_project(Service service) throws IOException {
        List<String> faults = new ArrayList<>();
        int libraries = 0;
        for (JsonNode component : components(service)) {
            if (isShipped(component) && component.path("type").asText().equals("library")) {
                libraries++;
                List<String> licences = licences(component);
                if (licences.stream().noneMatch(FITTING::contains)) {
                    faults.add(component.path("bom-ref").asText() + " has the licences " + licences);
                }
            }
        }
        assertThat(libraries).isGreaterThan(200);
        assertThat(faults).isEmpty();
    }

    /** What only the build needs is listed, too, and has no place. */
    private static boolean isShipped(JsonNode component) {
        return component.at("/evidence/occurrences").size() > 0;
    }

    private static List<String> licences(JsonNode component) {
        List<String> licences = new ArrayList<>();
        for (JsonNode entry : component.path("licenses")) {
            JsonNode licence = entry.path("license");
            licences.add(licence.path("id")
                    .asText(licence.path("name").asText(entry.path("expression").asText())));
        }
        return licences;
    }
}
