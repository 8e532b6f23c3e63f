package dev.plumbline.kit.rebuild;

import dev.plumbline.kit.problem.ApiError;
import dev.plumbline.kit.problem.Problem;
import java.util.List;
import java.util.UUID;

/** Why a rebuild cannot be started or ended. */
sealed interface RebuildError extends ApiError {

    /** Another one runs. */
    record UnderWay() implements RebuildError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "rebuild-under-way",
                    "A rebuild is under way",
                    "One rebuild runs at a time in this service: watch it at /v1/operations/rebuilds, or cancel it.");
        }
    }

    /** There is nothing to read of a topic that is kept for ever: that has to be mended first. */
    record TopicsMissing(List<String> topics) implements RebuildError {
        public TopicsMissing {
            topics = List.copyOf(topics);
        }

        @Override
        public Problem problem() {
            return Problem.conflict(
                    "topics-missing",
                    "A topic is missing",
                    "Kafka has no topic " + String.join(", ", topics)
                            + ": have its owner publish it again, with POST /v1/operations/republications.");
        }
    }

    /** It has come to its end. */
    record HasFinished(UUID id) implements RebuildError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "rebuild-has-finished",
                    "The rebuild has finished",
                    "The rebuild " + id + " has come to its end, so that there is nothing to cancel.");
        }
    }
}
