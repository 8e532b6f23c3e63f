package dev.plumbline.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NotFoundTest {
    @Test
    void says_what_there_is_not() {
        assertThat(new KitError.NotFound("thing", "a").problem().detail()).isEqualTo("There is no thing a.");
        assertThat(new KitError.NotFound("thing", "x".repeat(100)).problem().detail())
                .isEqualTo("There is no thing " + "x".repeat(100) + ".");
    }

    @Test
    void repeats_no_more_than_100_characters_of_what_a_client_sent() {
        assertThat(new KitError.NotFound("thing", "x".repeat(101)).problem().detail())
                .isEqualTo("There is no thing " + "x".repeat(100) + "....");
        assertThat(new KitError.NotFound("thing", "x".repeat(99) + "😀".repeat(50))
                        .problem()
                        .detail())
                .isEqualTo("There is no thing " + "x".repeat(99) + "....");
    }
}
