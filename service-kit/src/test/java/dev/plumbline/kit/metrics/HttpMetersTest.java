package dev.plumbline.kit.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpMetersTest {
    @ParameterizedTest
    @CsvSource({
        "GET, /v1/things/{id}, 200, GET, /v1/things/{id}",
        "GET, /v1/things/7, 200, GET, /v1/things/7",
        "GET, /v1/things/{id}, RESET, GET, /v1/things/{id}",
        "PUT, /v1/things/7, RESET, PUT, UNMATCHED",
        "MOVE, /v1/things/{id}, 405, OTHER, /v1/things/{id}"
    })
    void what_a_caller_chooses_is_no_label(
            String method, String uri, String status, String labelledMethod, String labelledUri) {
        Meter.Id mapped = new HttpMeters().map(id("http.server.requests", method, uri, status));
        assertThat(mapped.getTag("method")).isEqualTo(labelledMethod);
        assertThat(mapped.getTag("uri")).isEqualTo(labelledUri);
        assertThat(mapped.getTag("status")).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"plumbline.decide", "http.server.active.requests"})
    void other_meters_keep_theirs(String name) {
        Meter.Id id = id(name, "MOVE", "/v1/things/7", "RESET");
        assertThat(new HttpMeters().map(id)).isEqualTo(id);
    }

    private static Meter.Id id(String name, String method, String uri, String status) {
        return new Meter.Id(
                name, Tags.of("method", method, "uri", uri, "status", status), null, null, Meter.Type.TIMER);
    }
}
