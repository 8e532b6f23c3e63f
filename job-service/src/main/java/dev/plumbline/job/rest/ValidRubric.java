package dev.plumbline.job.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.app.Rubrics;
import dev.plumbline.job.domain.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder.NodeBuilderCustomizableContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The JSON is a rubric; one violation for each fault in it, so that all faults of a body are named together. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ValidRubric.Validator.class)
@interface ValidRubric {
    /** Not used: each fault has a message of its own. */
    String message() default "must be a rubric";

    /** As Bean Validation asks for. */
    Class<?>[] groups() default {};

    /** As Bean Validation asks for. */
    Class<? extends Payload>[] payload() default {};

    /** Finds the faults. */
    @ApplicationScoped
    class Validator implements ConstraintValidator<ValidRubric, JsonNode> {
        private final Rubrics rubrics;

        Validator(Rubrics rubrics) {
            this.rubrics = rubrics;
        }

        @Override
        public boolean isValid(@Nullable JsonNode value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            return switch (rubrics.read(value.toString())) {
                case Rubrics.Reading.Valid valid -> true;
                case Rubrics.Reading.Invalid invalid -> {
                    context.disableDefaultConstraintViolation();
                    invalid.findings().forEach(finding -> add(finding, context));
                    yield false;
                }
            };
        }

        private static void add(Finding finding, ConstraintValidatorContext context) {
            var violation = context.buildConstraintViolationWithTemplate(
                    finding.message().replace("{", "\\{").replace("}", "\\}").replace("$", "\\$"));
            if (finding.pointer().isEmpty()) {
                violation.addConstraintViolation();
                return;
            }
            String[] tokens = finding.pointer().substring(1).split("/", -1);
            NodeBuilderCustomizableContext path = violation.addPropertyNode(unescape(tokens[0]));
            for (int i = 1; i < tokens.length; i++) {
                path = path.addPropertyNode(unescape(tokens[i]));
            }
            path.addConstraintViolation();
        }

        /** RFC 6901, section 4. */
        private static String unescape(String token) {
            return token.replace("~1", "/").replace("~0", "~");
        }
    }
}
