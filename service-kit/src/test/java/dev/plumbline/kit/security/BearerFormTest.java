package dev.plumbline.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerFormTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer ..",
                "Bearer .",
                "Bearer a..",
                "Bearer ..c",
                "bearer .b.c",
                "BEARER a.b",
                "Bearer a.b.c.d",
                "Bearer a.b.c\u00e9",
                "Bearer a b.c.d",
                "Bearer a.b.c, Bearer a.b.c",
                "Bearer \t.."
            })
    void a_bearer_with_dots_that_is_no_token_is_broken(String authorization) {
        assertThat(BearerForm.isBroken(authorization)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer eyJh-_.e30.c2ln",
                "bearer a.b.c",
                "Bearer a.b.c ",
                "Bearer a-secret_without-dots",
                "Bearer",
                "Basic a..b",
                ""
            })
    void whatever_else_is_left_to_those_who_look_at_it(String authorization) {
        assertThat(BearerForm.isBroken(authorization)).isFalse();
    }

    @Test
    void no_bearer_is_not_broken() {
        assertThat(BearerForm.isBroken(null)).isFalse();
    }

    /** A text that counts how often somebody looks at a character of it. */
    private record Counted(String text, AtomicInteger looks) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            looks.incrementAndGet();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.substring(start, end), looks);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Before anybody is asked who calls: a header as long as the server takes must not hold the event loop. */
    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "a", " a", "a ", "a-", ".", "a.", " ."})
    void the_longest_header_is_read_a_few_times_and_not_once_for_each_of_its_characters(String repeated) {
        int longest = 16 * 1024;
        String authorization = "Bearer " + repeated.repeat(longest / repeated.length());
        Counted counted = new Counted(authorization, new AtomicInteger());
        BearerForm.isBroken(counted);
        assertThat(counted.looks().get()).isLessThan(10 * longest);
    }
}
