package dev.plumbline.interview.rest.constraints;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A JSON number without a fraction, or null said outright. */
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = WholeNumberOrNull.Check.class)
public @interface WholeNumberOrNull {
    /** What the client reads. */
    String message() default "must be a whole number, or null for not applicable";

    /** Unused. */
    Class<?>[] groups() default {};

    /** Unused. */
    Class<? extends Payload>[] payload() default {};

    /** The check; what is absent is not its concern. */
    final class Check implements ConstraintValidator<WholeNumberOrNull, JsonNode> {
        /** More than any scale has. */
        private static final int MOST_DIGITS = 20;

        @Override
        public boolean isValid(@Nullable JsonNode node, ConstraintValidatorContext context) {
            return node == null || node.isNull() || (node.isNumber() && isWhole(node.decimalValue()));
        }

        private static boolean isWhole(BigDecimal value) {
            boolean isShort = Math.abs((long) value.scale()) <= MOST_DIGITS && value.precision() <= MOST_DIGITS;
            return isShort && value.stripTrailingZeros().scale() <= 0;
        }
    }
}
