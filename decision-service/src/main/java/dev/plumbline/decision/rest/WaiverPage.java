package dev.plumbline.decision.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The waivers of an application: all of them, because a rubric has 500 nodes at the most.
 *
 * @param next always null
 */
public record WaiverPage(
        List<GivenWaiverResponse> items, @Nullable String next) {}
