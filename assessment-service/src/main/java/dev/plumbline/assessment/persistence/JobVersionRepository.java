package dev.plumbline.assessment.persistence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class JobVersionRepository implements PanacheRepositoryBase<JobVersionEntity, JobVersionEntity.Key> {}
