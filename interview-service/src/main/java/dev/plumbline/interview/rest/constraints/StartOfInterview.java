package dev.plumbline.interview.rest.constraints;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An instant that calendars, databases and people can make sense of. */
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = StartOfInterview.Check.class)
public @interface StartOfInterview {
    /** The earliest an interview can begin. */
    Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

    /** What the client reads. */
    String message() default "must be in the years 2000 to 2199";

    /** Unused. */
    Class<?>[] groups() default {};

    /** Unused. */
    Class<? extends Payload>[] payload() default {};

    /** The check; what is absent is not its concern. */
    final class Check implements ConstraintValidator<StartOfInterview, Instant> {
        private static final Instant AFTER = Instant.parse("2200-01-01T00:00:00Z");

        @Override
        public boolean isValid(@Nullable Instant start, ConstraintValidatorContext context) {
            return start == null || allows(start);
        }

        /** Whether an interview can begin at this instant. */
        public static boolean allows(Instant start) {
            return !start.isBefore(FIRST) && start.isBefore(AFTER);
        }
    }
}
