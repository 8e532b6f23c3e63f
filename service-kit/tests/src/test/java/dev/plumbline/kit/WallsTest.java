package dev.plumbline.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class WallsTest {
    private static final JavaClasses KIT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.plumbline.kit");

    @Test
    void the_kit_knows_no_service() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.plumbline.job..",
                        "dev.plumbline.assessment..",
                        "dev.plumbline.interview..",
                        "dev.plumbline.decision..")
                .check(KIT);
    }

    @Test
    void no_hiring_word_is_in_the_kit() {
        noClasses()
                .should()
                .haveNameMatching(
                        "(?i).*(applicant|application(?!scoped)|candidate|rubric|interview|assessment|hiring|verdict).*")
                .check(KIT);
    }
}
