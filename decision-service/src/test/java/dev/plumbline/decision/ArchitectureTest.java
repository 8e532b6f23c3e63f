package dev.plumbline.decision;

import dev.plumbline.kit.testing.PlumblineWalls;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void keeps_the_walls_between_domain_use_cases_edges_and_database() {
        PlumblineWalls.check("dev.plumbline.decision", "org.apache.commons.numbers..");
    }
}
