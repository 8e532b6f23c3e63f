package dev.plumbline.decision.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureTest {

    @ParameterizedTest
    @CsvSource({
        "70.0000,70",
        "70.00000000,70",
        "1e2,100",
        "8.50,8.5",
        "0.0001,0.0001",
        "-0,0",
        "-0.0,0",
        "0e999999999,0",
        "999999999.9999,999999999.9999",
        "-3.25,-3.25",
        "12.3456,12.3456",
        "1000,1000",
        "9e8,900000000"
    })
    void holds_what_has_four_fraction_digits(String written, String plain) {
        Figure figure = Figure.of(new BigDecimal(written));

        assertThat(figure).hasToString(plain);
        assertThat(figure.toBigDecimal()).isEqualTo(new BigDecimal(plain));
        assertThat(figure.toRational().toBigFraction().bigDecimalValue()).isEqualByComparingTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.00001",
                "70.00001",
                "1e-5",
                "1e-999999999",
                "1000000000",
                "-1000000000",
                "1e9",
                "1e400",
                "1e999999999"
            })
    void holds_nothing_finer_or_larger(String written) {
        assertThatThrownBy(() -> Figure.of(new BigDecimal(written))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void is_limited_whichever_way_it_is_made() {
        assertThatThrownBy(() -> Figure.of(1_000_000_000)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Figure.of(-1_000_000_000)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Figure.of(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
        assertThat(Figure.of(999_999_999)).hasToString("999999999");
    }

    @Test
    void knows_its_range() {
        assertThat(Samples.figure("2.0").isWhole()).isTrue();
        assertThat(Samples.figure("2.5").isWhole()).isFalse();
        assertThat(Figure.ZERO.isNegative()).isFalse();
        assertThat(Figure.ZERO.isPositive()).isFalse();
        assertThat(Figure.ONE.isPositive()).isTrue();
        assertThat(Samples.figure("-0.0001").isNegative()).isTrue();
        assertThat(Figure.ZERO.isPercentage()).isTrue();
        assertThat(Figure.HUNDRED.isPercentage()).isTrue();
        assertThat(Samples.figure("100.0001").isPercentage()).isFalse();
        assertThat(Samples.figure("-0.0001").isPercentage()).isFalse();
        assertThat(Figure.ONE).isLessThan(Figure.HUNDRED);
    }
}
