package dev.plumbline.assessment;

import dev.plumbline.kit.testing.PlumblineWalls;
import org.junit.jupiter.api.Test;

class WallsTest {

    @Test
    void keeps_its_walls() {
        PlumblineWalls.check("dev.plumbline.assessment");
    }
}
