package dev.plumbline.job.rest;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.List;

/** A job is made from a template with a tailoring, or written out whole; never half of each. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = TemplateOrWhole.Validator.class)
@interface TemplateOrWhole {
    /** Not used: each fault has a message of its own. */
    String message() default "must be a template and a tailoring, or a whole job";

    /** As Bean Validation asks for. */
    Class<?>[] groups() default {};

    /** As Bean Validation asks for. */
    Class<? extends Payload>[] payload() default {};

    /** Finds the members that are missing and those that are too many. */
    class Validator implements ConstraintValidator<TemplateOrWhole, CreateJobRequest> {
        private record Member(String name, String message) {}

        @Override
        public boolean isValid(CreateJobRequest request, ConstraintValidatorContext context) {
            context.disableDefaultConstraintViolation();
            List<Member> faults = new ArrayList<>();
            if (request.template() != null) {
                request.wholeMembers()
                        .forEach(name ->
                                faults.add(new Member(name, "is not taken beside template; put it into tailoring")));
            } else {
                if (request.tailoring() != null) {
                    faults.add(new Member("tailoring", "needs a template"));
                }
                for (String name : List.of("title", "description", "rubric")) {
                    if (!request.wholeMembers().contains(name)) {
                        faults.add(new Member(name, "is required, unless template names a template"));
                    }
                }
            }
            faults.forEach(fault -> context.buildConstraintViolationWithTemplate(fault.message())
                    .addPropertyNode(fault.name())
                    .addConstraintViolation());
            return faults.isEmpty();
        }
    }
}
