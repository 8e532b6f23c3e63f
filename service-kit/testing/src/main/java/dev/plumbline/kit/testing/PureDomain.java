package dev.plumbline.kit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What keeps a domain package a pure core: it knows nothing but itself, no clock, no randomness and no I/O. */
final class PureDomain {
    private static final Set<String> IMPURE = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.getProperty",
            "java.lang.System.getenv",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID");

    private PureDomain() {}

    static List<ArchRule> rules(String base, String... allowed) {
        return List.of(knowsOnlyItself(base, allowed), doesNoInputOrOutput(base), asksNoClock(base));
    }

    private static ArchRule knowsOnlyItself(String base, String... allowed) {
        return classes()
                .that()
                .resideInAPackage(base + ".domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(Stream.concat(
                                Stream.of("java..", base + ".domain..", "org.jspecify.annotations.."),
                                Stream.of(allowed))
                        .toArray(String[]::new))
                .because("the domain is the pure core");
    }

    private static ArchRule doesNoInputOrOutput(String base) {
        return noClasses()
                .that()
                .resideInAPackage(base + ".domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "java.net.http..", "java.sql..", "java.util.concurrent..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(File|InputStream|OutputStream|Reader|Writer|PrintStream).*")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.lang\\.Thread.*")
                .because("the domain does no I/O and starts nothing");
    }

    private static ArchRule asksNoClock(String base) {
        return noClasses()
                .that()
                .resideInAPackage(base + ".domain..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.time\\.Clock|java\\.time\\.InstantSource|java\\.util\\.Random"
                        + "|java\\.security\\.SecureRandom|java\\.util\\.random\\..*")
                .orShould()
                .callMethodWhere(
                        DescribedPredicate.describe("the result differs from call to call", PureDomain::impure))
                .because("the same input gives the same output");
    }

    private static boolean impure(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        return IMPURE.contains(owner + "." + call.getName())
                || owner.startsWith("java.time.") && call.getName().equals("now");
    }
}
