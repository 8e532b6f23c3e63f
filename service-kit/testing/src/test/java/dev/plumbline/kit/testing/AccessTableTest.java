package dev.plumbline.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class AccessTableTest {
    private static final String TABLE = """
            service,method,path,roles,foreign,unknown
            other-service,GET,/v1/elsewhere,*,-,-
            widget-service,GET,/v1/events,auditor,-,-
            widget-service,GET,/v1/me,*,-,-
            widget-service,POST,/v1/open,public,-,-
            widget-service,PUT,/v1/widgets/{id},hiring-manager|recruiter,-,200
            """;

    @TestFactory
    Stream<DynamicTest> passes_where_the_application_keeps_the_table() {
        return AccessTable.check("widget-service", TABLE);
    }

    @Test
    void finds_an_operation_that_is_open_to_a_role_too_many() {
        assertThat(failures(TABLE.replace("hiring-manager|recruiter", "hiring-manager")))
                .singleElement()
                .asString()
                .contains("as recruiter: answers 200 and not [403]");
    }

    @Test
    void finds_an_operation_that_is_closed_to_a_role_of_the_table() {
        assertThat(failures(TABLE.replace("hiring-manager|recruiter", "auditor|hiring-manager|recruiter")))
                .singleElement()
                .asString()
                .contains("as auditor: answers 403, but should be let in");
    }

    @Test
    void finds_an_operation_that_is_public_and_should_not_be() {
        assertThat(failures(TABLE.replace("/v1/open,public", "/v1/open,recruiter")))
                .singleElement()
                .asString()
                .contains("without a token: answers 200 and not [401]")
                .contains("without a role: answers 200 and not [403]");
    }

    @Test
    void finds_an_operation_that_should_be_public() {
        assertThat(failures(TABLE.replace("/v1/me,*", "/v1/me,public")))
                .singleElement()
                .asString()
                .contains("without a token: answers 401, but should be let in");
    }

    @Test
    void finds_lines_that_are_missing_superfluous_or_in_disorder() {
        assertThat(failures(TABLE.replace("/v1/open,public", "/v1/abc,public")))
                .singleElement()
                .asString()
                .contains("is missing: widget-service,POST,/v1/open,<roles>,<foreign>,<unknown>")
                .contains("the application has no POST /v1/abc")
                .contains("not sorted");
    }

    @Test
    void refuses_a_table_that_is_none() {
        assertThatThrownBy(() -> failures(TABLE.replace("/me,*", "/me,recuiter")))
                .hasMessageContaining("'recuiter'");
        assertThatThrownBy(() -> failures(TABLE.replace("auditor,", "auditor|public,")))
                .hasMessageContaining("stand alone");
        assertThatThrownBy(() -> failures(TABLE.replace("GET,/v1/me", "GET"))).hasMessageContaining("Not of the form");
        assertThatThrownBy(() -> failures(TABLE.replace("-,200", "-,200|404"))).hasMessageContaining("as many cells");
        assertThatThrownBy(() -> failures(TABLE.replace("-,200", "404,200"))).hasMessageContaining("Not a caller");
    }

    private static List<String> failures(String table) {
        List<String> failures = new ArrayList<>();
        AccessTable.check("widget-service", table).forEach(test -> {
            try {
                test.getExecutable().execute();
            } catch (Throwable failure) {
                failures.add(String.valueOf(failure.getMessage()));
            }
        });
        return failures;
    }
}
