package dev.plumbline.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {
    private static final List<Operation> DOCUMENTED = Operation.of("""
            {"paths": {"/v1/widgets": {"get": {}, "post": {}}, "/v1/widgets/{id}": {"get": {}}}}""");

    @Test
    void finds_what_is_served_and_not_documented_and_the_other_way_round() {
        assertThat(Routes.faults(
                        Set.of(
                                "GET /v1/widgets",
                                "GET /v1/widgets/{id}",
                                "DELETE /v1/widgets/{id}",
                                "HEAD /v1/gadgets"),
                        DOCUMENTED))
                .containsExactlyInAnyOrder(
                        "DELETE /v1/widgets/{id} is served and in no document",
                        "HEAD /v1/gadgets is served and in no document",
                        "POST /v1/widgets is in the document and not served");
    }

    @Test
    void says_nothing_where_both_are_the_same() {
        assertThat(Routes.faults(
                        Set.of("POST /v1/widgets", "GET /v1/widgets", "GET /v1/widgets/{id}", "HEAD /v1/widgets/{id}"),
                        DOCUMENTED))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/v1/widgets/; GET /v1/widgets",
                "/v1/widgets/{id}; GET /v1/widgets/{id}",
                "/v1/{kind: [a-z]{2,3}}/{id:\\d+}; GET /v1/{kind}/{id}",
                "/; GET /"
            })
    void a_route_is_written_as_in_a_document(String path, String route) {
        assertThat(Routes.route("GET", path)).isEqualTo(route);
    }
}
