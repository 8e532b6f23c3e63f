package dev.plumbline.decision;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.plumbline.decision");

    @Test
    void domain_knows_java_and_exact_fractions_only() {
        classes()
                .that()
                .resideInAPackage("..decision.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "org.apache.commons.numbers..", "org.jspecify.annotations", "..decision.domain..")
                .check(CLASSES);
    }

    @Test
    void nothing_reads_clocks_randomness_or_the_outside() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.time..", "java.net..", "java.nio.file..", "java.sql..", "java.util.random..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(Random|UUID)|java\\.security\\.SecureRandom|java\\.io\\.File.*")
                .check(CLASSES);
    }

    @Test
    void json_knows_the_domain_and_jackson_only() {
        classes()
                .that()
                .resideInAPackage("..decision.json..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "com.fasterxml.jackson..",
                        "org.jspecify.annotations",
                        "..decision.domain..",
                        "..decision.json..")
                .check(CLASSES);
    }
}
