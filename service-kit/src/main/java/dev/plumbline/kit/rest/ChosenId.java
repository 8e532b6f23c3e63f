package dev.plumbline.kit.rest;

import dev.plumbline.kit.ids.ChosenIds;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** An id as facts may carry it ({@link ChosenIds#isId}). Absent is fine: {@code NotNull} says otherwise. */
@Target({ElementType.FIELD, ElementType.TYPE_USE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ChosenId.Check.class)
public @interface ChosenId {
    /** What is wrong with a text that is none. */
    String MESSAGE = "must be 1 to 200 characters, not only blanks, and hold no control characters";

    /** What is said where it is violated. */
    String message() default MESSAGE;

    /** As Bean Validation wants. */
    Class<?>[] groups() default {};

    /** As Bean Validation wants. */
    Class<? extends Payload>[] payload() default {};

    /** Looks at the text. */
    class Check implements ConstraintValidator<ChosenId, String> {
        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || ChosenIds.isId(text);
        }
    }
}
