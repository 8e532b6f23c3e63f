package dev.plumbline.interview.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A ruling on a red flag.
 *
 * @param reason why; stays in this service
 */
record RulingRequest(@NotBlank @Size(max = 2000) String reason) {}
