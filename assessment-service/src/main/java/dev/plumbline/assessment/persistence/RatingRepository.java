package dev.plumbline.assessment.persistence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class RatingRepository implements PanacheRepositoryBase<RatingEntity, RatingEntity.Key> {}
