package dev.plumbline.interview.app;

import dev.plumbline.interview.app.RedFlags.Raised;
import dev.plumbline.interview.domain.RedFlag;
import dev.plumbline.interview.domain.RedFlagState;
import dev.plumbline.interview.domain.Ruling;
import dev.plumbline.interview.events.InterviewFacts;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Confirms or dismisses a red flag, or opens it again. */
@ApplicationScoped
public class RuleOnRedFlag {
    private final ApplicationFiles files;
    private final RedFlags redFlags;
    private final InterviewFacts facts;
    private final Clock clock;

    RuleOnRedFlag(ApplicationFiles files, RedFlags redFlags, InterviewFacts facts, Clock clock) {
        this.files = files;
        this.redFlags = redFlags;
        this.facts = facts;
        this.clock = clock;
    }

    /** Moves it to {@code next}, if it is not the caller's own and its state allows it. */
    @Transactional
    public Raised rule(UUID id, RedFlagState next, String by, String reason) {
        files.toWrite(redFlags.applicationOf(id).orElseThrow(RedFlags.noFlag(id)));
        RedFlag flag = redFlags.find(id).orElseThrow(RedFlags.noFlag(id)).flag();
        RedFlag ruled = switch (flag.move(next, by)) {
            case RedFlag.Outcome.Changed(RedFlag changed) -> changed;
            case RedFlag.Outcome.OwnFlag() -> throw new ProblemException(new InterviewError.OwnRedFlag(id));
            case RedFlag.Outcome.WrongState(RedFlagState state) ->
                throw new ProblemException(new InterviewError.RedFlagInAnotherState(id, state));
        };
        redFlags.rule(ruled, new Ruling(next, by, reason, Timestamps.now(clock)));
        facts.flagged(ruled);
        return redFlags.find(id).orElseThrow(RedFlags.noFlag(id));
    }
}
