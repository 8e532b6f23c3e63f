package dev.plumbline.decision.app.stream;

import dev.plumbline.decision.app.stream.DecisionStream.Reader;
import dev.plumbline.decision.app.stream.DecisionStream.TopicEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Follows the decision events, those that a reader wants. */
@ApplicationScoped
public class FollowDecisions {
    private final DecisionStream stream;
    private final EventJobs jobs;
    private final OwedByReaders owedByReaders;

    FollowDecisions(DecisionStream stream, EventJobs jobs, OwedByReaders owedByReaders) {
        this.stream = stream;
        this.jobs = jobs;
        this.owedByReaders = owedByReaders;
    }

    /**
     * Begins to follow.
     *
     * @param position as {@link DecisionStream#open} takes it
     * @param person who follows: events about applications that they owe a rating of are left out
     */
    public Reader open(@Nullable String position, StreamFilter filter, String person) {
        return new BlindReader(stream.open(person, position, wanted(filter)), person, owedByReaders);
    }

    private Predicate<TopicEvent> wanted(StreamFilter filter) {
        Predicate<TopicEvent> wanted = event -> true;
        if (!filter.types().isEmpty()) {
            wanted = wanted.and(event -> filter.types().contains(event.type()));
        }
        UUID application = filter.application();
        if (application != null) {
            String key = application.toString();
            wanted = wanted.and(event -> event.application().equals(key));
        }
        UUID job = filter.job();
        if (job != null) {
            String id = job.toString();
            wanted = wanted.and(event -> jobs.isOf(event, id));
        }
        return wanted;
    }
}
