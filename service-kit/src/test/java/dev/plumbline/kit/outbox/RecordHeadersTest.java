package dev.plumbline.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;

class RecordHeadersTest {

    @Test
    void any_bytes_come_back_as_they_were() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        List<Header> headers = new ArrayList<>();
        headers.add(new RecordHeader("all", all));
        headers.add(new RecordHeader("twice", new byte[] {1}));
        headers.add(new RecordHeader("twice", new byte[0]));
        headers.add(new RecordHeader("null", (byte[]) null));

        String encoded = RecordHeaders.encode(headers);

        assertThat(RecordHeaders.decode(encoded)).isEqualTo(headers);
        assertThat(encoded).as("PostgreSQL keeps no U+0000").doesNotContain("\0");
    }
}
