package dev.plumbline.decision.rest.webhook;

import dev.plumbline.decision.app.webhook.WebhookSettings;
import dev.plumbline.decision.domain.webhook.ReceiverUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with the URL of a receiver. */
@ApplicationScoped
class ReceiverAddressValidator implements ConstraintValidator<ReceiverAddress, String> {
    /** Asked for late: constraints are set up while the application is built, and settings are there when it runs. */
    private final Instance<WebhookSettings> settings;

    ReceiverAddressValidator(Instance<WebhookSettings> settings) {
        this.settings = settings;
    }

    @Override
    public boolean isValid(@Nullable String url, ConstraintValidatorContext context) {
        if (url == null) {
            return true;
        }
        List<String> faults = ReceiverUrl.faults(url, settings.get().allowPrivate());
        context.disableDefaultConstraintViolation();
        // Our own words only, none of the caller's: a message is a template.
        faults.forEach(
                fault -> context.buildConstraintViolationWithTemplate(fault).addConstraintViolation());
        return faults.isEmpty();
    }
}
