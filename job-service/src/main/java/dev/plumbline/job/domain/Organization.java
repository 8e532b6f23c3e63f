package dev.plumbline.job.domain;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Who hires.
 *
 * @param url the organization's own page
 */
public record Organization(String name, @Nullable URI url) {}
