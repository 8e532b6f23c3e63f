package dev.plumbline.assessment.persistence;

import dev.plumbline.assessment.app.Applications;
import dev.plumbline.assessment.domain.Application;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ApplicationStore implements Applications {

    private final ApplicationRepository applications;

    ApplicationStore(ApplicationRepository applications) {
        this.applications = applications;
    }

    @Override
    public Application hold(UUID id) {
        applications
                .getEntityManager()
                .createNativeQuery("insert into application (id) values (?1) on conflict (id) do nothing")
                .setParameter(1, id)
                .executeUpdate();
        return application(applications.findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public Optional<Application> holdIfFree(UUID id) {
        return applications
                .getEntityManager()
                .createNativeQuery(
                        "select * from application where id = ?1 for update skip locked", ApplicationEntity.class)
                .setParameter(1, id)
                .getResultList()
                .stream()
                .map(entity -> application((ApplicationEntity) entity))
                .findFirst();
    }

    @Override
    public Optional<Application> application(UUID id) {
        return applications.findByIdOptional(id).map(ApplicationStore::application);
    }

    @Override
    public void change(Application application) {
        ApplicationEntity entity = applications.findById(application.id());
        Application.Lifecycle lifecycle = application.lifecycle();
        if (lifecycle != null) {
            entity.revision = lifecycle.revision();
            entity.jobId = lifecycle.jobId();
            entity.rubricVersion = lifecycle.rubricVersion();
            entity.withdrawn = lifecycle.withdrawn();
        }
        entity.erased = application.erased();
    }

    private static Application application(ApplicationEntity entity) {
        return new Application(entity.id, lifecycle(entity), entity.erased);
    }

    private static Application.@Nullable Lifecycle lifecycle(ApplicationEntity entity) {
        Long revision = entity.revision;
        UUID jobId = entity.jobId;
        Integer rubricVersion = entity.rubricVersion;
        return revision == null || jobId == null || rubricVersion == null
                ? null
                : new Application.Lifecycle(revision, jobId, rubricVersion, entity.withdrawn);
    }
}
