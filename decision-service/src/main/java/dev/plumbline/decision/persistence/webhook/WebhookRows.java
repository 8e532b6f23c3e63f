package dev.plumbline.decision.persistence.webhook;

import dev.plumbline.decision.app.webhook.LiveSecrets;
import dev.plumbline.decision.app.webhook.SecretId;
import dev.plumbline.decision.app.webhook.Webhook;
import dev.plumbline.decision.app.webhook.Webhook.State;
import dev.plumbline.decision.app.webhook.Webhooks;
import dev.plumbline.decision.persistence.ListStart;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The webhooks. */
@ApplicationScoped
class WebhookRows implements Webhooks {
    /** What may change of a webhook, bound by {@link #withChanging}. */
    private static final String CHANGING = """
            url, event_types, job_ids, enabled, disabled_reason, secret_generation, secret_key, previous_generation,
            previous_key, previous_until, version, changed_at""";

    private static final String VALUES = "?, ?::text[], ?::text[]::uuid[], ?, ?, ?, ?, ?, ?, ?, ?, ?";
    private static final String INSERT = "insert into webhook (" + CHANGING
            + ", id, owner, created_at, told_from) values (" + VALUES + ", ?, ?, ?, ?)";
    private static final String UPDATE = "update webhook set (" + CHANGING + ") = (" + VALUES + ") where id = ?";
    private static final String SELECT = "select " + WebhookRow.COLUMNS + " from webhook ";
    static final String LIST = SELECT + """
            where (?::text is null or owner = ?) and id > ? and removed_at is null order by id limit ?""";
    // As one that is disabled for those who know nothing of removed ones: an instance of the version before.
    private static final String REMOVE = """
            update webhook set removed_at = ?, enabled = false, disabled_reason = 'DISABLED' where id = ?""";
    private static final String LOCK_OWNER = "select pg_advisory_xact_lock(hashtextextended('webhooks of ' || ?, 0))";

    private final Sql sql;
    private final Lanes lanes;

    WebhookRows(Sql sql, Lanes lanes) {
        this.sql = sql;
        this.lanes = lanes;
    }

    @Override
    public void add(Webhook webhook) {
        sql.update(
                INSERT, withChanging(webhook, webhook.id(), webhook.owner(), webhook.createdAt(), webhook.toldFrom()));
    }

    @Override
    public int countOf(String owner) {
        sql.query(LOCK_OWNER, row -> owner, owner);
        return sql.query(
                        "select count(*) from webhook where owner = ? and removed_at is null",
                        row -> row.getInt(1),
                        owner)
                .getFirst();
    }

    @Override
    public Optional<Webhook> find(UUID id) {
        return sql.query(SELECT + "where id = ? and removed_at is null", WebhookRow::read, id).stream()
                .findFirst();
    }

    @Override
    public Optional<Webhook> lock(UUID id) {
        // Who is being taken away has the lane for as long as that takes: nobody waits to hear that it is gone.
        if (find(id).isEmpty()) {
            return Optional.empty();
        }
        lanes.lock(id);
        return sql
                .query(SELECT + "where id = ? and removed_at is null for no key update", WebhookRow::read, id)
                .stream()
                .findFirst();
    }

    @Override
    public List<Webhook> list(@Nullable String owner, @Nullable UUID after, int most) {
        return sql.query(LIST, WebhookRow::read, owner, owner, after == null ? ListStart.BEFORE_ALL : after, most);
    }

    @Override
    public void update(Webhook webhook) {
        sql.update(UPDATE, withChanging(webhook, webhook.id()));
    }

    @Override
    public void remove(UUID id, Instant now) {
        sql.update(REMOVE, now, id);
    }

    /** The values of what may change of a webhook, and behind them those of what does not. */
    private static @Nullable Object[] withChanging(Webhook webhook, Object... fixed) {
        LiveSecrets secrets = webhook.secrets();
        SecretId previous = secrets.previous();
        List<@Nullable Object> values = new ArrayList<>();
        values.add(webhook.url());
        values.add(webhook.filter().eventTypes());
        values.add(texts(webhook.filter().jobIds()));
        values.add(webhook.state() == State.ENABLED);
        values.add(WebhookRow.disabledReason(webhook.state()));
        values.add(secrets.current().generation());
        values.add(secrets.current().key());
        values.add(previous == null ? null : previous.generation());
        values.add(previous == null ? null : previous.key());
        values.add(secrets.previousUntil());
        values.add(webhook.version());
        values.add(webhook.changedAt());
        values.addAll(List.of(fixed));
        return values.toArray();
    }

    /** An empty collection does not say of what; so every one goes over as texts. */
    private static List<String> texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }
}
