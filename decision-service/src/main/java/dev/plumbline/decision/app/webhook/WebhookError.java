package dev.plumbline.decision.app.webhook;

import dev.plumbline.kit.problem.ApiError;

/** What is refused because of the state that a webhook is in: a 409. */
public sealed interface WebhookError extends ApiError {
    @Override
    default int status() {
        return 409;
    }

    /** No key is configured that secrets could be derived from. */
    record WebhooksAreOff() implements WebhookError {
        @Override
        public String slug() {
            return "webhooks-are-off";
        }

        @Override
        public String title() {
            return "There are no webhooks here";
        }

        @Override
        public String detail() {
            return "This installation has no plumbline.webhooks.key: its operator has to set one.";
        }
    }

    /** The owner has as many as anybody may have. */
    record TooManyWebhooks(int most) implements WebhookError {
        @Override
        public String slug() {
            return "too-many-webhooks";
        }

        @Override
        public String title() {
            return "Too many webhooks";
        }

        @Override
        public String detail() {
            return "You have " + most + " webhooks, and nobody may have more. Delete one that is not used.";
        }
    }

    /** The delivery is on its way. */
    record DeliveryPending() implements WebhookError {
        @Override
        public String slug() {
            return "delivery-pending";
        }

        @Override
        public String title() {
            return "The delivery is not finished";
        }

        @Override
        public String detail() {
            return "The event will be sent, or sent again, as it is. Only a delivery that ended can be repeated.";
        }
    }
}
