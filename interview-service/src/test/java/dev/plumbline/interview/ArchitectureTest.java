package dev.plumbline.interview;

import dev.plumbline.kit.testing.PlumblineWalls;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void keeps_its_walls() {
        PlumblineWalls.check("dev.plumbline.interview");
    }
}
