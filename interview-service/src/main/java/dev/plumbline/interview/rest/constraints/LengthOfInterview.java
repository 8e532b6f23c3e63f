package dev.plumbline.interview.rest.constraints;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A duration of a minute to a day, in whole seconds. */
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = LengthOfInterview.Check.class)
public @interface LengthOfInterview {
    /** What the client reads. */
    String message() default "must be whole seconds from PT1M to PT24H";

    /** Unused. */
    Class<?>[] groups() default {};

    /** Unused. */
    Class<? extends Payload>[] payload() default {};

    /** The check; what is absent is not its concern. */
    final class Check implements ConstraintValidator<LengthOfInterview, Duration> {
        private static final Duration SHORTEST = Duration.ofMinutes(1);
        private static final Duration LONGEST = Duration.ofHours(24);

        @Override
        public boolean isValid(@Nullable Duration length, ConstraintValidatorContext context) {
            return length == null
                    || (length.compareTo(SHORTEST) >= 0 && length.compareTo(LONGEST) <= 0 && length.getNano() == 0);
        }
    }
}
