package dev.plumbline.job.domain;

import org.jspecify.annotations.Nullable;

/**
 * Where the work is done.
 *
 * @param country ISO 3166-1 alpha-2
 * @param region state or province
 * @param remote whether all of the work can be done from elsewhere in {@code country}
 */
public record Location(
        String country,
        @Nullable String region,
        @Nullable String city,
        @Nullable String postalCode,
        @Nullable String street,
        boolean remote) {}
