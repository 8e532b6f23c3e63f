package dev.plumbline.decision.app.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.decision.app.Applications;
import dev.plumbline.decision.app.stream.DecisionStream.TopicEvent;
import dev.plumbline.decision.domain.Lifecycle;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose job's an event is: decisions say so themselves, of other events the application is looked up. */
@ApplicationScoped
public class EventJobs {
    private static final int REMEMBERED = 10_000;
    private static final Duration BELIEVED = Duration.ofMinutes(1);
    private static final JsonFactory JSON = new JsonFactory();

    private final Applications applications;
    private final Map<String, Known> jobs = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > REMEMBERED;
        }
    };

    private final Clock clock;

    EventJobs(Applications applications, Clock clock) {
        this.applications = applications;
        this.clock = clock;
    }

    /** A job that was looked up: an application may move to another one, if seldom. */
    private record Known(String job, Instant until) {}

    /** Whether it is of this job; also where nobody knows (yet) which job it is of: nothing is left out in silence. */
    boolean isOf(TopicEvent event, String job) {
        String named = named(event.data());
        if (named != null) {
            return named.equals(job);
        }
        String found = find(event.application());
        return found == null || found.equals(job);
    }

    private @Nullable String find(String application) {
        Instant now = clock.instant();
        synchronized (jobs) {
            Known known = jobs.get(application);
            if (known != null && now.isBefore(known.until())) {
                return known.job();
            }
        }
        String job = lookUp(application);
        if (job != null) {
            synchronized (jobs) {
                jobs.put(application, new Known(job, now.plus(BELIEVED)));
            }
        }
        return job;
    }

    private @Nullable String lookUp(String application) {
        try {
            return applications
                    .find(UUID.fromString(application))
                    .flatMap(one -> one.facts().lifecycle())
                    .map(Lifecycle::jobId)
                    .orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable String named(byte[] data) {
        try (JsonParser json = JSON.createParser(data)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                JsonToken value = json.nextToken();
                if (name.equals("jobId")) {
                    return value == JsonToken.VALUE_STRING ? json.getText() : null;
                }
                json.skipChildren();
            }
            return null;
        } catch (IOException e) {
            // No JSON: it is of no job that anybody could name, and is sent to all.
            return null;
        }
    }
}
