package dev.plumbline.interview.app;

import dev.plumbline.interview.app.RedFlags.Raised;
import dev.plumbline.interview.domain.RedFlag;
import dev.plumbline.interview.domain.RedFlagCategory;
import dev.plumbline.interview.events.InterviewFacts;
import dev.plumbline.kit.ids.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Raises a red flag. */
@ApplicationScoped
public class RaiseRedFlag {
    private final ApplicationFiles files;
    private final RedFlags redFlags;
    private final InterviewFacts facts;
    private final Clock clock;

    RaiseRedFlag(ApplicationFiles files, RedFlags redFlags, InterviewFacts facts, Clock clock) {
        this.files = files;
        this.redFlags = redFlags;
        this.facts = facts;
        this.clock = clock;
    }

    /** Raises one. */
    @Transactional
    public Raised raise(UUID application, Observer observer, RedFlagCategory category, @Nullable String note) {
        files.toWrite(application);
        if (!observer.raisesAnywhere()
                && !files.reader(application, observer.person(), false).isOnAPanel()) {
            throw ApplicationFiles.noApplication(application).get();
        }
        RedFlag flag = RedFlag.raised(Ids.next(), application, category, observer.person());
        Instant now = Timestamps.now(clock);
        redFlags.add(flag, note, now);
        facts.flagged(flag);
        return new Raised(flag, note, now, List.of());
    }
}
