package dev.plumbline.interview.persistence;

import dev.plumbline.interview.app.RedFlags;
import dev.plumbline.interview.domain.RedFlag;
import dev.plumbline.interview.domain.Ruling;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Red flags and rulings in PostgreSQL. */
@ApplicationScoped
class StoredRedFlags implements RedFlags, PanacheRepositoryBase<RedFlagEntity, UUID> {
    private static final UUID LOWEST = new UUID(0, 0);

    private final EntityManager entities;

    StoredRedFlags(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<UUID> applicationOf(UUID flag) {
        return entities.createQuery("select applicationId from RedFlagEntity where id = :id", UUID.class)
                .setParameter("id", flag)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<Raised> find(UUID flag) {
        return findByIdOptional(flag)
                .flatMap(row -> raised(List.of(row)).stream().findFirst());
    }

    @Override
    public List<Raised> page(UUID application, @Nullable String raisedBy, @Nullable UUID after, int limit) {
        String by = raisedBy == null ? "" : "and raisedBy = :raisedBy";
        var query = entities.createQuery(
                        "from RedFlagEntity where applicationId = :application and id > :after " + by + " order by id",
                        RedFlagEntity.class)
                .setParameter("application", application)
                .setParameter("after", after == null ? LOWEST : after)
                .setMaxResults(limit);
        if (raisedBy != null) {
            query.setParameter("raisedBy", raisedBy);
        }
        return raised(query.getResultList());
    }

    @Override
    public void add(RedFlag flag, @Nullable String note, Instant at) {
        entities.persist(RedFlagEntity.of(flag, note, at));
    }

    @Override
    public void rule(RedFlag flag, Ruling ruling) {
        RedFlagEntity row = findById(flag.id());
        row.state = flag.state();
        row.revision = flag.revision();
        entities.persist(RedFlagRulingEntity.of(flag.id(), ruling));
    }

    @Override
    public void eraseWords(UUID application) {
        entities.createQuery("update RedFlagEntity set note = null where applicationId = :application")
                .setParameter("application", application)
                .executeUpdate();
        entities.createQuery("""
                        update RedFlagRulingEntity set reason = null
                        where redFlagId in (select id from RedFlagEntity where applicationId = :application)""").setParameter("application", application).executeUpdate();
    }

    private List<Raised> raised(List<RedFlagEntity> rows) {
        Map<UUID, List<Ruling>> rulings = entities.createQuery(
                        "from RedFlagRulingEntity where redFlagId in :flags order by id", RedFlagRulingEntity.class)
                .setParameter("flags", rows.stream().map(row -> row.id).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> row.redFlagId, Collectors.mapping(RedFlagRulingEntity::toDomain, Collectors.toList())));
        return rows.stream()
                .map(row -> new Raised(row.toDomain(), row.note, row.raisedAt, rulings.getOrDefault(row.id, List.of())))
                .toList();
    }
}
