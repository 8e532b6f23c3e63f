package dev.plumbline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void without_arguments_everything_is_measured_at_full_size() {
        Options options = Options.parse();
        assertThat(options.parts())
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(Options.Part.FAULTS)));
        assertThat(options.applications()).isEqualTo(100_000);
        assertThat(options.scores()).isEqualTo(200_000);
        assertThat(options.perSecond()).isEqualTo(200);
    }

    @Test
    void parts_and_sizes_can_be_named_in_any_order() {
        Options options = Options.parse(
                "--scores", "20000", "latency", "--applications", "10000", "--service-java", "-Xmx1g -XX:+UseSerialGC");
        assertThat(options.parts()).containsExactly(Options.Part.LATENCY);
        assertThat(options.scores()).isEqualTo(20_000);
        assertThat(options.applications()).isEqualTo(10_000);
        assertThat(options.serviceJava()).isEqualTo(List.of("-Xmx1g", "-XX:+UseSerialGC"));
    }

    @Test
    void faults_strike_only_where_they_are_named() {
        Options options = Options.parse(
                "faults", "--home", "/small", "--only", "disk, clock", "--faketime", "/lib/faketime.so", "--seed", "7");
        assertThat(options.parts()).containsExactly(Options.Part.FAULTS);
        assertThat(options.home()).isEqualTo(Path.of("/small"));
        assertThat(options.clockLibrary()).isEqualTo(Path.of("/lib/faketime.so"));
        assertThat(options.seed()).isEqualTo(7);
        assertThat(options.only()).containsExactly("disk", "clock");
        assertThat(options.helping().only()).isEqualTo(options.only());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", "1.5", "9999999999"})
    void a_size_that_is_no_number_above_0_is_refused(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse("--scores", value))
                .withMessageContaining("--scores");
    }

    @Test
    void unknown_options_and_missing_values_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Options.parse("--fast", "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> Options.parse("--scores"));
    }
}
