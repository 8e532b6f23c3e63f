package dev.plumbline.interview.app;

import dev.plumbline.interview.app.RedFlags.Raised;
import dev.plumbline.interview.domain.Reader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows red flags to those who may see them. */
@ApplicationScoped
public class ReadRedFlags {
    private final ApplicationFiles files;
    private final RedFlags redFlags;

    ReadRedFlags(ApplicationFiles files, RedFlags redFlags) {
        this.files = files;
        this.redFlags = redFlags;
    }

    /** A flag, if the observer may see it. */
    @Transactional
    public Raised flag(UUID id, Observer observer) {
        Raised raised = redFlags.find(id).orElseThrow(RedFlags.noFlag(id));
        boolean own = raised.flag().raisedBy().equals(observer.person());
        if (!own && !seesOthers(raised.flag().applicationId(), observer)) {
            throw RedFlags.noFlag(id).get();
        }
        return raised;
    }

    /** An application's flags that the observer may see, oldest first. */
    @Transactional
    public List<Raised> visible(UUID application, Observer observer, @Nullable UUID after, int limit) {
        files.toRead(application);
        return redFlags.page(application, seesOthers(application, observer) ? null : observer.person(), after, limit);
    }

    private boolean seesOthers(UUID application, Observer observer) {
        if (observer.readsAll()) {
            return true;
        }
        Reader reader = files.reader(application, observer.person(), false);
        return reader.isOnAPanel() && reader.owesNothing();
    }
}
