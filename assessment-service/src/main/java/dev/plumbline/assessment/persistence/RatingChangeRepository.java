package dev.plumbline.assessment.persistence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class RatingChangeRepository implements PanacheRepositoryBase<RatingChangeEntity, UUID> {}
