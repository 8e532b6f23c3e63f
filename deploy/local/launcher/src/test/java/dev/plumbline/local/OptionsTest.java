package dev.plumbline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @Test
    void plays_the_sample_on_kept_data_and_stays_up_unless_told_otherwise() {
        assertThat(Options.parse()).isEqualTo(new Options(false, true, false, true, 8080));
    }

    @Test
    void takes_every_option_in_any_order() {
        assertThat(Options.parse("--fresh", "--port", "18080", "--no-sample", "--no-caches", "--once"))
                .isEqualTo(new Options(true, false, true, false, 18_080));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--onec", "once", "", "--once=true", "-f"})
    void refuses_what_it_does_not_know(String argument) {
        assertThatThrownBy(() -> Options.parse("--once", argument))
                .isInstanceOf(LocalFailure.class)
                .hasMessage("Unknown option " + argument + ": deploy/local/up --help says what there is.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "80", "65532", "123456", "-1", "http"})
    void refuses_ports_that_are_none(String port) {
        assertThatThrownBy(() -> Options.parse("--port", port)).hasMessageContaining("not '" + port + "'");
        assertThatThrownBy(() -> Options.parse("--port")).hasMessageContaining("needs a port");
    }
}
