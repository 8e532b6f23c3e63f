package dev.plumbline.kit.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** W3C Trace Context 1, section 3.2. */
class TraceparentTest {
    private static final String SEEN = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void a_span_is_read_and_written_as_it_was() {
        assertThat(Traceparent.of(Traceparent.span(SEEN))).isEqualTo(SEEN);
        assertThat(Traceparent.isSampled(SEEN)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"00, false", "02, false", "0a, false", "0b, true", "03, true", "ff, true"})
    void the_last_bit_of_the_flags_says_whether_somebody_wants_to_see_it(String flags, boolean isSampled) {
        String traceparent = SEEN.replaceFirst("01$", flags);
        assertThat(Traceparent.span(traceparent).isValid()).isTrue();
        assertThat(Traceparent.isSampled(traceparent)).isEqualTo(isSampled);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "0af7651916cd43dd8448eb211c80319c",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-zz",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
            })
    void anything_else_names_no_span(String text) {
        assertThat(Traceparent.span(text).isValid()).isFalse();
        assertThat(Traceparent.of(Traceparent.span(text))).isNull();
        assertThat(Traceparent.isSampled(text)).isFalse();
    }

    @Test
    void it_fits_into_25_bytes_and_comes_back() {
        assertThat(Traceparent.toBytes(SEEN)).hasSize(25);
        assertThat(Traceparent.ofBytes(Traceparent.toBytes(SEEN))).isEqualTo(SEEN);
        assertThatIllegalArgumentException().isThrownBy(() -> Traceparent.toBytes(SEEN + "-more"));
    }
}
