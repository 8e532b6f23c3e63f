package dev.plumbline.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlumblineWallsTest {
    private static final JavaClasses CROOKED = new ClassFileImporter().importPackages("dev.plumbline.crooked");
    private static final JavaClasses STRAIGHT = new ClassFileImporter().importPackages("dev.plumbline.widget");

    @Test
    void let_straight_classes_pass() {
        PlumblineWalls.check(STRAIGHT, "dev.plumbline.widget");
    }

    @Test
    void stop_crooked_classes_at_every_wall() {
        List<ArchRule> kept = PlumblineWalls.of("dev.plumbline.crooked").stream()
                .filter(rule -> !rule.evaluate(CROOKED).hasViolation())
                .toList();
        assertThat(kept).isEmpty();
    }

    @Test
    void tell_of_all_walls_at_once() {
        assertThatThrownBy(() -> PlumblineWalls.check(CROOKED, "dev.plumbline.crooked"))
                .hasMessageContaining("the domain is the pure core")
                .hasMessageContaining("entities never leave the persistence package")
                .hasMessageContaining("WidgetEntity lies in a package without @NullMarked")
                .hasMessageContaining("WidgetHelper says nothing of the field");
    }

    @Test
    void let_the_domain_use_what_is_allowed() {
        ArchRule strict = PlumblineWalls.of("dev.plumbline.crooked").getFirst();
        ArchRule lenient = PlumblineWalls.of("dev.plumbline.crooked", "dev.plumbline.crooked.app..")
                .getFirst();
        assertThat(strict.evaluate(CROOKED).hasViolation()).isTrue();
        assertThat(lenient.evaluate(CROOKED).hasViolation()).isFalse();
    }

    @Test
    void do_not_pass_where_there_is_nothing_to_check() {
        assertThatThrownBy(() -> PlumblineWalls.check("dev.plumbline.nowhere")).hasMessageContaining("No classes");
    }
}
