package dev.plumbline.kit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;

/** The walls inside a module, as ArchUnit rules. */
public final class PlumblineWalls {
    private static final String NULL_MARKED = "org.jspecify.annotations.NullMarked";
    private static final List<String> EMPTY_NAMES = List.of("Impl", "Util", "Utils", "Manager", "Helper");

    private PlumblineWalls() {}

    /**
     * Asserts every rule of {@link #of} on the classes of this package and below, without those of tests.
     *
     * @param basePackage for example {@code dev.plumbline.job}
     * @param allowedInDomain packages besides {@code java..} that the domain may use, in ArchUnit's notation
     */
    public static void check(String basePackage, String... allowedInDomain) {
        check(
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(basePackage),
                basePackage,
                allowedInDomain);
    }

    static void check(JavaClasses classes, String basePackage, String... allowedInDomain) {
        if (classes.isEmpty()) {
            throw new AssertionError("No classes in " + basePackage);
        }
        SoftAssertions.assertSoftly(all -> of(basePackage, allowedInDomain)
                .forEach(rule -> all.assertThatCode(() -> rule.check(classes)).doesNotThrowAnyException()));
    }

    /** The rules for the classes of this package and below; a rule holds where a module lacks what it speaks of. */
    public static List<ArchRule> of(String basePackage, String... allowedInDomain) {
        List<ArchRule> rules = new ArrayList<>(PureDomain.rules(basePackage, allowedInDomain));
        rules.addAll(List.of(
                entitiesStayInPersistence(basePackage),
                onlyPersistenceKnowsTheDatabase(basePackage),
                edgesAndUseCasesDoNotTouchPersistence(basePackage),
                nothingDependsOnAnEdge(basePackage),
                noFieldInjection(),
                noLoggingOfTheJdk(),
                GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS,
                namesSaySomething(),
                packagesAreNullMarked()));
        return rules.stream().map(rule -> rule.allowEmptyShould(true)).toList();
    }

    private static ArchRule entitiesStayInPersistence(String base) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(base + ".persistence..")
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .because("entities never leave the persistence package");
    }

    private static ArchRule onlyPersistenceKnowsTheDatabase(String base) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(base + ".persistence..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "io.quarkus.hibernate..", "java.sql..")
                .because("the database is behind the ports of app");
    }

    private static ArchRule edgesAndUseCasesDoNotTouchPersistence(String base) {
        return noClasses()
                .that()
                .resideInAnyPackage(base + ".rest..", base + ".messaging..", base + ".app..", base + ".events..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(base + ".persistence..")
                .because("persistence implements ports of app, and nobody calls it otherwise");
    }

    private static ArchRule nothingDependsOnAnEdge(String base) {
        return noClasses()
                .that()
                .resideInAnyPackage(base + ".domain..", base + ".app..", base + ".events..", base + ".persistence..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(base + ".rest..", base + ".messaging..", "jakarta.ws.rs..")
                .because("data flow from an edge inwards");
    }

    private static ArchRule noFieldInjection() {
        return noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                .orShould()
                .beAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Channel")
                .orShould()
                .beAnnotatedWith("jakarta.persistence.PersistenceContext")
                .orShould()
                .beAnnotatedWith("jakarta.ws.rs.core.Context")
                .because("what a class needs, its constructor says");
    }

    private static ArchRule noLoggingOfTheJdk() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .because("logs go through JBoss Logging");
    }

    private static ArchRule namesSaySomething() {
        return noClasses()
                .should(new ArchCondition<JavaClass>("have a name ending with one of " + EMPTY_NAMES) {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean says = EMPTY_NAMES.stream().anyMatch(type.getSimpleName()::endsWith);
                        events.add(new SimpleConditionEvent(type, says, type.getName() + " says nothing of the field"));
                    }
                })
                .because("names are the field's own");
    }

    private static ArchRule packagesAreNullMarked() {
        return classes()
                .should(new ArchCondition<JavaClass>("reside in a package with @NullMarked") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean marked = type.getPackage().isAnnotatedWith(NULL_MARKED);
                        events.add(new SimpleConditionEvent(
                                type, marked, type.getName() + " lies in a package without @NullMarked"));
                    }
                })
                .because("the compiler checks null only there");
    }
}
