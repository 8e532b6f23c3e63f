package dev.plumbline.decision.app.webhook;

import dev.plumbline.kit.problem.ApiError;
import dev.plumbline.kit.problem.Problem;

/** What is refused because of the state that a webhook is in: a 409. */
public sealed interface WebhookError extends ApiError {
    /** No key is configured that secrets could be derived from. */
    record WebhooksAreOff() implements WebhookError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "webhooks-are-off",
                    "There are no webhooks here",
                    "This installation has no plumbline.webhooks.key: its operator has to set one.");
        }
    }

    /** The owner has as many as anybody may have. */
    record TooManyWebhooks(int most) implements WebhookError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "too-many-webhooks",
                    "Too many webhooks",
                    "You have " + most + " webhooks, and nobody may have more. Delete one that is not used.");
        }
    }

    /** So many ranges of the webhook are being sent again already. */
    record TooManyRanges(int most) implements WebhookError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "too-many-redeliveries",
                    "Too many ranges are sent again",
                    most + " ranges of this webhook are under way. Wait until one of them has its finishedAt.");
        }
    }

    /** The delivery is on its way. */
    record DeliveryPending() implements WebhookError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "delivery-pending",
                    "The delivery is not finished",
                    "The event will be sent, or sent again, as it is. Only a delivery that ended can be repeated.");
        }
    }
}
