package dev.plumbline.kit.topics;

import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import java.util.Objects;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;

/** What a call answers that needs Kafka and does not get what it needs. */
public final class KafkaProblems {
    private KafkaProblems() {}

    /**
     * 503 where Kafka does not answer or asks to come again, 502 where it refuses this service; anything else is a failure of
     * the program, and stays what it is.
     */
    public static RuntimeException of(KafkaException failure) {
        if (failure instanceof AuthorizationException || failure instanceof AuthenticationException) {
            return new ProblemException(
                    new KitError.KafkaRefuses(Objects.requireNonNullElse(failure.getMessage(), "no reason given")));
        }
        // What is no answer of the broker comes of its address: the name of no host, for instance.
        boolean isAway = failure instanceof RetriableException || !(failure instanceof ApiException);
        return isAway ? new ProblemException(new KitError.KafkaIsAway()) : failure;
    }
}
