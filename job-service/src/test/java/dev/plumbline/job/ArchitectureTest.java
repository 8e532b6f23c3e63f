package dev.plumbline.job;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.plumbline.kit.testing.PlumblineWalls;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void the_walls_stand() {
        PlumblineWalls.check("dev.plumbline.job");
    }

    @Test
    void only_the_package_rubric_knows_the_decision_core() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.plumbline.job.rubric")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.plumbline.decision..")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.plumbline.job"));
    }
}
