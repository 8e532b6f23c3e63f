package dev.plumbline.interview.rest.constraints;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A zone with a name in the time zone database, because a calendar needs one. */
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = RegionZone.Check.class)
public @interface RegionZone {
    /** What the client reads. */
    String message() default "must be a region such as America/New_York";

    /** Unused. */
    Class<?>[] groups() default {};

    /** Unused. */
    Class<? extends Payload>[] payload() default {};

    /** The check; what is absent is not its concern. */
    final class Check implements ConstraintValidator<RegionZone, ZoneId> {
        @Override
        public boolean isValid(@Nullable ZoneId zone, ConstraintValidatorContext context) {
            return zone == null || ZoneId.getAvailableZoneIds().contains(zone.getId());
        }
    }
}
