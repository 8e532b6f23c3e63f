package dev.plumbline.kit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.kit.problem.Fault;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotBlank;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where a violated constraint is, whatever the members are called. */
class ViolationPointersTest {
    private static final ObjectMapper MAPPER = JsonSettings.apply(new ObjectMapper());

    /** No member is known. */
    @Constraint(validatedBy = Nothing.Check.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Nothing {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        class Check implements ConstraintValidator<Nothing, JsonNode> {
            @Override
            public boolean isValid(@Nullable JsonNode tree, ConstraintValidatorContext context) {
                if (tree == null || tree.isEmpty()) {
                    return true;
                }
                context.disableDefaultConstraintViolation();
                tree.fieldNames()
                        .forEachRemaining(name -> context.buildConstraintViolationWithTemplate("unknown")
                                .addPropertyNode(name)
                                .addPropertyNode("below")
                                .addConstraintViolation());
                return false;
            }
        }
    }

    record Body(
            @Nothing @Nullable JsonNode tree,
            @Nullable List<@NotBlank String> texts,
            @Nullable Map<@NotBlank String, @NotBlank String> named) {}

    @Test
    void a_member_is_in_the_pointer_whatever_it_begins_with() throws Exception {
        assertThat(pointersOf("{\"tree\": {\"<b>\": 1, \"<\": 1, \"a/b\": 1, \"\": 1}}"))
                .containsExactlyInAnyOrder("/tree/<b>/below", "/tree/</below", "/tree/a~1b/below", "/tree//below");
    }

    @Test
    void what_the_validator_calls_the_elements_of_a_container_is_not() throws Exception {
        assertThat(pointersOf("{\"texts\": [\"a\", \" \"], \"named\": {\"<x\": \"\"}}"))
                .containsExactlyInAnyOrder("/texts/1", "/named/<x");
    }

    private static List<String> pointersOf(String json) throws Exception {
        try (var validators = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            RecordBinder binder = new RecordBinder(validators.getValidator(), new CrossChecks(List.of()));
            assertThat(binder.bind(MAPPER.readTree(json), Body.class, "")).isNull();
            return binder.faults().stream().map(Fault::pointer).toList();
        }
    }
}
