package dev.plumbline.decision;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.plumbline.kit.testing.PlumblineWalls;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void keeps_the_walls_between_domain_use_cases_edges_and_database() {
        PlumblineWalls.check("dev.plumbline.decision", "org.apache.commons.numbers..");
    }

    @Test
    void what_instances_compare_goes_by_the_clock_that_they_share() {
        noClasses()
                .that()
                .resideInAPackage("dev.plumbline.decision.app..")
                .and()
                .doNotHaveSimpleName("SharedClock")
                .and()
                .doNotHaveSimpleName("EventJobs")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .because("an instance's own may be off by days; EventJobs keeps its times to itself")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.plumbline.decision.app"));
    }
}
