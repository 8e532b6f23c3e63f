package dev.plumbline.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopbackPortsTest {
    @Test
    void no_port_is_one_that_the_system_gives_to_connections() {
        // Twice round all that this process has.
        for (int i = 0; i < 20; i++) {
            assertThat(LoopbackPorts.free(2))
                    .allSatisfy(port -> assertThat(port).isBetween(20_000, 31_999));
        }
    }

    @Test
    void who_asks_again_before_the_first_listens_gets_others() {
        List<Integer> given = new ArrayList<>(LoopbackPorts.free(5));
        given.addAll(LoopbackPorts.free(3));
        given.addAll(LoopbackPorts.free(1));
        assertThat(given).doesNotHaveDuplicates();
    }

    @Test
    void a_port_in_use_is_passed_over() throws Exception {
        int next = LoopbackPorts.free(1).getFirst() + 1;
        try (ServerSocket taken = new ServerSocket(next, 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 20; i++) {
                assertThat(LoopbackPorts.free(2)).doesNotContain(taken.getLocalPort());
            }
        }
    }
}
