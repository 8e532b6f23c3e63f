package dev.plumbline.interview.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of red flags, for the OpenAPI document. */
record RedFlagPage(List<RedFlagResponse> items, @Nullable String next) {}
