package dev.plumbline.decision.app.stream;

import dev.plumbline.decision.app.stream.DecisionStream.PublishedEvent;
import dev.plumbline.decision.app.stream.DecisionStream.Reader;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Leaves out what is about applications that its reader owes a rating of (ADR 0071); the position moves on over it. */
final class BlindReader implements Reader {
    private final Reader all;
    private final String person;
    private final OwedByReaders owedByReaders;

    /** @param all what it would read otherwise */
    BlindReader(Reader all, String person, OwedByReaders owedByReaders) {
        this.all = all;
        this.person = person;
        this.owedByReaders = owedByReaders;
        owedByReaders.enter(person);
    }

    @Override
    public String position() {
        return all.position();
    }

    @Override
    public List<PublishedEvent> next(Duration patience) {
        List<PublishedEvent> events = all.next(patience);
        if (events.isEmpty()) {
            return events;
        }
        Set<String> owed = owedByReaders.of(person, System.nanoTime());
        return owed.isEmpty()
                ? events
                : events.stream()
                        .filter(event -> !owed.contains(event.event().application()))
                        .toList();
    }

    @Override
    public void close() {
        try {
            all.close();
        } finally {
            owedByReaders.leave(person);
        }
    }
}
