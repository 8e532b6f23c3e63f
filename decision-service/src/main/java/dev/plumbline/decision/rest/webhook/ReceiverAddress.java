package dev.plumbline.decision.rest.webhook;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The URL of a receiver that may be called here; every fault of it is one of its own. */
@Documented
@Constraint(validatedBy = ReceiverAddressValidator.class)
@Target({ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface ReceiverAddress {
    String message() default "must be the URL of a receiver";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
