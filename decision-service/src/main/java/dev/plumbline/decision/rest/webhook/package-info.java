/** The webhooks' part of the REST API. */
@NullMarked
package dev.plumbline.decision.rest.webhook;

import org.jspecify.annotations.NullMarked;
