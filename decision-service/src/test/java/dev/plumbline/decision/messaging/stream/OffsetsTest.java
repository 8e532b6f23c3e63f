package dev.plumbline.decision.messaging.stream;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.decision.messaging.stream.Offsets.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffsetsTest {
    @Test
    void a_position_comes_back_from_its_text() {
        Position position = new Position("0a1b2c3d", Offsets.of(7, 0, 123456789012345L));

        assertThat(position).hasToString("0a1b2c3d-7.0.123456789012345");
        assertThat(requireNonNull(Position.parse(position.toString()))).hasToString(position.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "7.0",
                "0a1b2c3d",
                "0a1b2c3d-",
                "0a1b2c3d-1.",
                "0a1b2c3d-.1",
                "0a1b2c3d--1",
                "0A1B2C3D-1",
                "0a1b2c3d-1000000000000000000",
                "0a1b2c3d-1 ",
                "0a1b2c3d-1\n",
                "0a1b2c3d-١"
            })
    void what_was_never_given_out_is_none(String text) {
        assertThat(Position.parse(text)).isNull();
    }

    @Test
    void a_partition_that_it_does_not_name_is_read_from_its_beginning() {
        Offsets offsets = Offsets.of(5);

        assertThat(offsets.next(3)).isZero();
        assertThat(offsets.reaches(Offsets.of(5, 0))).isTrue();
        assertThat(offsets.reaches(Offsets.of(5, 1))).isFalse();
        offsets.pass(2, 9);
        assertThat(offsets).hasToString("5.0.10");
        offsets.reach(2, 4);
        assertThat(offsets).hasToString("5.0.10");
    }
}
