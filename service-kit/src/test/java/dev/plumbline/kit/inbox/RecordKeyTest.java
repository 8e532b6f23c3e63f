package dev.plumbline.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordKeyTest {
    private static final HexFormat HEX = HexFormat.of();

    @ParameterizedTest
    @ValueSource(strings = {"", "an-id", "schlüssel", "日本", "😀", "\u1F400", "\uFFFD", "x\uFFFDy"})
    void a_key_of_utf_8_is_its_text(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        assertThat(RecordKey.text(bytes)).isEqualTo(key);
        assertThat(RecordKey.bytes(key)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ff",
                "c3",
                "80",
                "61ff62",
                "e282",
                "e282ff",
                "f09f9880ff",
                "eda080",
                "efbfbdff",
                "f0908d",
                "fffefd",
                "f09f92"
            })
    void a_key_of_any_other_bytes_comes_back_as_it_came(String hex) {
        byte[] bytes = HEX.parseHex(hex);
        String text = RecordKey.text(bytes);
        assertThat(text).isNotEqualTo(new String(bytes, StandardCharsets.UTF_8));
        assertThat(HEX.formatHex(RecordKey.bytes(text))).isEqualTo(hex);
    }

    @Test
    void any_bytes_come_back_as_they_came() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(12)];
            random.nextBytes(bytes);
            assertThat(RecordKey.bytes(RecordKey.text(bytes))).isEqualTo(bytes);
        }
    }

    @Test
    void no_key_is_none() {
        try (RecordKey keys = new RecordKey()) {
            assertThat(keys.deserialize("topic", null)).isNull();
        }
    }
}
