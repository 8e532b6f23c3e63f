package dev.plumbline.kit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.kit.problem.Fault;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordBinderTest {
    private static final ObjectMapper MAPPER = JsonSettings.apply(new ObjectMapper());
    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    enum Colour {
        RED,
        GREEN
    }

    record Part(@NotBlank String id, @Min(1) @Max(5) int stars) {}

    record Whole(
            @NotBlank @Size(max = 5) String name,
            BigDecimal weight,
            @Nullable Colour colour,
            @Nullable UUID id,
            @Nullable Instant at,
            @Size(min = 1) List<Part> parts,
            @Nullable Map<String, Integer> counts,
            @Nullable JsonNode free) {}

    private static RecordBinder binder() {
        return new RecordBinder(VALIDATOR, new CrossChecks(List.of(new FiveStarsAtMost(), new NamedParts())));
    }

    /** A part named "five" has five stars. */
    static final class FiveStarsAtMost implements CrossCheck<Part> {
        @Override
        public Class<Part> type() {
            return Part.class;
        }

        @Override
        public List<Fault> check(Part part, Set<String> faulty) {
            return !faulty.contains("stars") && "five".equals(part.id()) && part.stars() != 5
                    ? List.of(new Fault("/stars", "must be 5 where the id is five"))
                    : List.of();
        }
    }

    /** A part has the name of the whole; seen also where the rest of the whole is at fault. */
    static final class NamedParts implements CrossCheck<Whole> {
        @Override
        public Class<Whole> type() {
            return Whole.class;
        }

        @Override
        public List<Fault> check(Whole whole, Set<String> faulty) {
            boolean unknown = faulty.contains("name") || faulty.contains("parts");
            return unknown || whole.parts().stream().anyMatch(part -> part.id().equals(whole.name()))
                    ? List.of()
                    : List.of(new Fault("/parts", "none has the name"), new Fault("", "has no part of its name"));
        }
    }

    @Test
    void what_members_must_keep_together_is_named_with_every_other_fault() throws Exception {
        assertThat(pointersOf("""
                {"name": "n", "weight": "1", "parts": [{"id": "p", "stars": 1}], "bonus": 1}""")).containsExactlyInAnyOrder("/weight", "/bonus", "/parts", "");
        assertThat(pointersOf("""
                {"name": "n", "weight": 1, "parts": [{"id": "five", "stars": 4, "extra": 1}]}""")).containsExactlyInAnyOrder("/parts/0/stars", "/parts/0/extra");
    }

    @Test
    void what_depends_on_a_member_at_fault_is_not_reported_on_top() throws Exception {
        assertThat(pointersOf("""
                {"name": "", "weight": 1, "parts": [{"id": "five", "stars": 9}]}""")).containsExactlyInAnyOrder("/name", "/parts/0/stars");
    }

    private static List<String> pointersOf(String json) throws Exception {
        RecordBinder binder = binder();
        Object bound = binder.bind(MAPPER.readTree(json), Whole.class, "");
        assertThat(bound).as("a body with faults binds to nothing").isNull();
        return binder.faults().stream().map(Fault::pointer).toList();
    }

    @Test
    void binds_a_valid_body_exactly() throws Exception {
        RecordBinder binder = binder();
        String json = """
                {"name": "n", "weight": 0.10000000000000000001, "colour": "RED", "parts": [{"id": "n", "stars": 3.0}],
                 "at": "2026-01-31T10:00:00+01:00", "counts": {"a": 1}, "free": null}""";

        Object bound = binder.bind(MAPPER.readTree(json), Whole.class, "");

        assertThat(binder.faults()).isEmpty();
        assertThat(bound)
                .isEqualTo(new Whole(
                        "n",
                        new BigDecimal("0.10000000000000000001"),
                        Colour.RED,
                        null,
                        Instant.parse("2026-01-31T09:00:00Z"),
                        List.of(new Part("n", 3)),
                        Map.of("a", 1),
                        MAPPER.nullNode()));
    }

    @Test
    void names_every_fault_at_once() throws Exception {
        assertThat(pointersOf("""
                {"name": "too long", "weight": "1", "colour": "BLUE", "id": "1-1-1-1-1", "at": "yesterday",
                 "parts": [{"id": "", "stars": 9}, {"stars": 1.5, "extra": 1}, null], "counts": {"a/b": "x"}, "bonus": 1}"""))
                .containsExactlyInAnyOrder(
                        "/name",
                        "/weight",
                        "/colour",
                        "/id",
                        "/at",
                        "/parts/0/id",
                        "/parts/0/stars",
                        "/parts/1/id",
                        "/parts/1/stars",
                        "/parts/1/extra",
                        "/parts/2",
                        "/counts/a~1b",
                        "/bonus");
    }

    @ParameterizedTest
    @CsvSource({
        "+300000-01-01T00:00:00Z",
        "-1000000-01-01T00:00:00Z",
        "1969-12-31T23:59:59.999999999Z",
        "10000-01-01T00:00:00Z",
        "+10000-01-01T00:00:00Z",
        "1970-01-01T00:00:00+00:01"
    })
    void an_instant_that_no_database_keeps_is_a_fault(String instant) throws Exception {
        String body = "{\"name\": \"n\", \"weight\": 1, \"parts\": [{\"id\": \"n\", \"stars\": 1}], \"at\": \"%s\"}";
        assertThat(pointersOf(body.formatted(instant))).containsExactly("/at");
        assertThat(binder().bind(MAPPER.readTree(body.formatted("1970-01-01T00:00:00Z")), Whole.class, ""))
                .isNotNull();
        assertThat(binder().bind(MAPPER.readTree(body.formatted("9999-12-31T23:59:59.999999Z")), Whole.class, ""))
                .isNotNull();
    }

    record Dated(LocalDate on) {}

    @Test
    void a_date_that_no_database_keeps_is_a_fault() throws Exception {
        for (String date : List.of("+9999999-01-01", "0000-12-31", "-0001-01-01", "+10000-01-01")) {
            RecordBinder binder = binder();
            assertThat(binder.bind(MAPPER.readTree("{\"on\": \"" + date + "\"}"), Dated.class, ""))
                    .as(date)
                    .isNull();
            assertThat(binder.faults()).extracting(Fault::pointer).containsExactly("/on");
        }
        assertThat(binder().bind(MAPPER.readTree("{\"on\": \"2026-01-31\"}"), Dated.class, ""))
                .isEqualTo(new Dated(LocalDate.of(2026, 1, 31)));
    }

    @Test
    void what_is_missing_is_named_and_nothing_on_top_of_it() throws Exception {
        assertThat(pointersOf("{}")).containsExactlyInAnyOrder("/name", "/weight", "/parts");
        assertThat(pointersOf("{\"name\": null, \"weight\": 1, \"parts\": []}"))
                .containsExactlyInAnyOrder("/name", "/parts");
    }

    @ParameterizedTest
    @CsvSource({"[]", "1", "null", "\"text\""})
    void a_body_that_is_no_object_is_one_fault_at_the_root(String json) throws Exception {
        assertThat(pointersOf(json)).containsExactly("");
    }

    @ParameterizedTest
    @CsvSource({"1e400", "1e-400", "1e2147483647", "-1e2147483647"})
    void a_number_of_absurd_size_is_a_fault_and_no_effort(String number) throws Exception {
        assertThat(pointersOf(
                        "{\"name\": \"n\", \"weight\": " + number + ", \"parts\": [{\"id\": \"n\", \"stars\": 1}]}"))
                .containsExactly("/weight");
    }

    @Test
    void a_name_in_the_wrong_case_gets_a_hint() throws Exception {
        RecordBinder binder = binder();
        binder.bind(
                MAPPER.readTree("{\"Name\": \"n\", \"weight\": 1, \"parts\": [{\"id\": \"n\", \"stars\": 1}]}"),
                Whole.class,
                "");
        assertThat(binder.faults())
                .contains(
                        new Fault("/Name", "is not known here; did you mean name?"), new Fault("/name", "is required"));
    }

    @ParameterizedTest
    @CsvSource({"\\u0000", "\\ud800", "a\\udc00"})
    void a_text_that_no_database_keeps_is_a_fault(String text) throws Exception {
        assertThat(pointersOf(
                        "{\"name\": \"" + text + "\", \"weight\": 1, \"parts\": [{\"id\": \"n\", \"stars\": 1}]}"))
                .containsExactly("/name");
    }

    @Test
    void a_character_beyond_the_basic_plane_is_text_like_any_other() throws Exception {
        RecordBinder binder = binder();
        binder.bind(
                MAPPER.readTree(
                        "{\"name\": \"\\ud83d\\ude00\", \"weight\": 1, \"parts\": [{\"id\": \"\\ud83d\\ude00\", \"stars\": 1}]}"),
                Whole.class,
                "");
        assertThat(binder.faults()).isEmpty();
    }
}
