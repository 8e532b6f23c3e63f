package dev.plumbline.job.rest;

import dev.plumbline.job.app.ScreeningNames;
import dev.plumbline.job.domain.ScreeningAnswer;
import dev.plumbline.job.rest.ApplicationRequests.ScreeningAnswerRequest;
import dev.plumbline.job.rest.ApplicationRequests.ScreeningRequest;
import dev.plumbline.job.rest.ApplicationRequests.SubmitRequest;
import dev.plumbline.kit.problem.Fault;
import dev.plumbline.kit.rest.CrossCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A criterion is answered once, by a name that may be published. */
final class ScreeningChecks {
    private ScreeningChecks() {}

    private static List<Fault> faults(@Nullable List<ScreeningAnswerRequest> answers, Set<String> faulty) {
        if (answers == null || faulty.contains("screening")) {
            return List.of();
        }
        return ScreeningAnswer.findings(
                        answers.stream().map(ScreeningAnswerRequest::toDomain).toList())
                .stream()
                .map(finding -> new Fault(finding.pointer(), finding.message()))
                .toList();
    }

    /** The names that were published by the job which a call is about, or whose application it is: asked for once. */
    @RequestScoped
    static class PublishedNames {
        private final ScreeningNames names;
        private final UriInfo uri;
        private @Nullable Set<String> found;

        PublishedNames(ScreeningNames names, UriInfo uri) {
            this.names = names;
            this.uri = uri;
        }

        boolean have(String name) {
            Set<String> all = found;
            if (all == null) {
                all = published(uri.getPathParameters().getFirst("id"));
                found = all;
            }
            return all.contains(name);
        }

        private Set<String> published(String id) {
            try {
                return names.published(UUID.fromString(id));
            } catch (IllegalArgumentException e) {
                // Of what has no id nothing is published; that there is no such thing is answered later.
                return Set.of();
            }
        }
    }

    /** In each answer for itself. */
    @ApplicationScoped
    static class OfAnswer implements CrossCheck<ScreeningAnswerRequest> {
        private final PublishedNames published;

        OfAnswer(PublishedNames published) {
            this.published = published;
        }

        @Override
        public Class<ScreeningAnswerRequest> type() {
            return ScreeningAnswerRequest.class;
        }

        @Override
        public List<Fault> check(ScreeningAnswerRequest answer, Set<String> faulty) {
            boolean isFine = faulty.contains("criterion")
                    || ScreeningNames.isPlain(answer.criterion())
                    || published.have(answer.criterion());
            return isFine ? List.of() : List.of(new Fault("/criterion", ScreeningNames.MESSAGE));
        }
    }

    /** In an application. */
    @ApplicationScoped
    static class OfApplication implements CrossCheck<SubmitRequest> {
        @Override
        public Class<SubmitRequest> type() {
            return SubmitRequest.class;
        }

        @Override
        public List<Fault> check(SubmitRequest request, Set<String> faulty) {
            return faults(request.screening(), faulty);
        }
    }

    /** In what is known later. */
    @ApplicationScoped
    static class OfScreening implements CrossCheck<ScreeningRequest> {
        @Override
        public Class<ScreeningRequest> type() {
            return ScreeningRequest.class;
        }

        @Override
        public List<Fault> check(ScreeningRequest request, Set<String> faulty) {
            return faults(request.screening(), faulty);
        }
    }
}
