package dev.plumbline.interview.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.interview.domain.RedFlag.Outcome;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RedFlagTest {
    private static final UUID ID = new UUID(1, 2);

    @ParameterizedTest
    @CsvSource({
        "RAISED, CONFIRMED, true",
        "RAISED, DISMISSED, true",
        "RAISED, RAISED, false",
        "CONFIRMED, RAISED, true",
        "CONFIRMED, CONFIRMED, false",
        "CONFIRMED, DISMISSED, false",
        "DISMISSED, RAISED, true",
        "DISMISSED, CONFIRMED, false",
        "DISMISSED, DISMISSED, false"
    })
    void moves_between_being_raised_and_being_ruled(RedFlagState from, RedFlagState to, boolean allowed) {
        assertThat(flag(from).move(to, "mia"))
                .isEqualTo(
                        allowed
                                ? new Outcome.Changed(
                                        new RedFlag(ID, Interviews.APPLICATION, RedFlagCategory.OTHER, to, "ana", 8))
                                : new Outcome.WrongState(from));
    }

    @ParameterizedTest
    @EnumSource
    void whoever_raised_it_does_not_rule(RedFlagState to) {
        for (RedFlagState from : RedFlagState.values()) {
            assertThat(flag(from).move(to, "ana")).isEqualTo(new Outcome.OwnFlag());
        }
    }

    @Test
    void begins_as_raised_with_revision_1() {
        RedFlag flag = RedFlag.raised(ID, Interviews.APPLICATION, RedFlagCategory.OTHER, "ana");

        assertThat(flag.state()).isEqualTo(RedFlagState.RAISED);
        assertThat(flag.revision()).isEqualTo(1);
    }

    private static RedFlag flag(RedFlagState state) {
        return new RedFlag(ID, Interviews.APPLICATION, RedFlagCategory.OTHER, state, "ana", 7);
    }
}
