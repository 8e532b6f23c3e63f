package dev.plumbline.assessment.app;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Expires the overdue sessions that nobody asks for. Each is expired by whoever holds its application, so several
 * instances can sweep at once.
 */
@ApplicationScoped
public class SweepSessions {

    private static final Logger LOG = Logger.getLogger(SweepSessions.class);
    private static final int BATCH = 200;

    private final Sessions sessions;
    private final ExpireSession expire;
    private final Clock clock;
    private volatile boolean stopping;

    SweepSessions(Sessions sessions, ExpireSession expire, Clock clock) {
        this.sessions = sessions;
        this.expire = expire;
        this.clock = clock;
    }

    @Scheduled(every = "{plumbline.sessions.sweep}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void everyNowAndThen() {
        if (!stopping) {
            sweep();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /**
     * One transaction a session, so that one in trouble does not keep the others.
     *
     * @return how many were expired here
     */
    public int sweep() {
        List<UUID> overdue = QuarkusTransaction.requiringNew().call(() -> sessions.overdue(clock.instant(), BATCH));
        int expired = 0;
        for (UUID id : overdue) {
            if (stopping) {
                break;
            }
            try {
                expired += expire.ifOverdueAndFree(id) ? 1 : 0;
            } catch (RuntimeException e) {
                LOG.errorf(e, "Session %s cannot be expired now; the next sweep tries again", id);
            }
        }
        return expired;
    }
}
