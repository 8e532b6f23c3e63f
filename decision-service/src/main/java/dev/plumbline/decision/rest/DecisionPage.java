package dev.plumbline.decision.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of an application's history, for the OpenAPI document. */
@Schema(name = "DecisionPage")
public record DecisionPage(
        List<DecisionResponse> items, @Nullable String next) {}
