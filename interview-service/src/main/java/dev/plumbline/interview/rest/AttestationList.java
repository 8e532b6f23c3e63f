package dev.plumbline.interview.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The attestations of an application that the caller may see: a handful, so always one page.
 *
 * @param next null
 */
record AttestationList(
        List<AttestationResponse> items, @Nullable String next) {}
