package dev.plumbline.interview.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of interviews, for the OpenAPI document. */
record InterviewPage(
        List<InterviewResponse> items, @Nullable String next) {}
