package dev.plumbline.decision.persistence.webhook;

import dev.plumbline.decision.app.webhook.LiveSecrets;
import dev.plumbline.decision.app.webhook.SecretId;
import dev.plumbline.decision.app.webhook.Webhook;
import dev.plumbline.decision.app.webhook.Webhook.State;
import dev.plumbline.decision.app.webhook.WebhookFilter;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A webhook as its row. */
final class WebhookRow {
    /** The columns that {@link #read} needs. */
    static final String COLUMNS = """
            webhook.id as webhook_id, owner, url, event_types, job_ids, enabled, disabled_reason, secret_generation,
            secret_key, previous_generation, previous_key, previous_until, version, created_at, changed_at,
            coalesce(told_from, 'epoch') as told_from""";

    private WebhookRow() {}

    static Webhook read(ResultSet row) throws SQLException {
        UUID id = row.getObject("webhook_id", UUID.class);
        return new Webhook(
                id,
                row.getString("owner"),
                row.getString("url"),
                new WebhookFilter(List.of((String[]) values(row.getArray("event_types"))), List.of((UUID[])
                        values(row.getArray("job_ids")))),
                row.getBoolean("enabled") ? State.ENABLED : State.valueOf(row.getString("disabled_reason")),
                secrets(id, row),
                row.getLong("version"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "changed_at"),
                Sql.instant(row, "told_from"));
    }

    private static Object[] values(Array array) throws SQLException {
        return (Object[]) array.getArray();
    }

    private static LiveSecrets secrets(UUID id, ResultSet row) throws SQLException {
        SecretId current = new SecretId(id, row.getInt("secret_generation"), row.getString("secret_key"));
        Integer generation = Sql.integerOrNull(row, "previous_generation");
        SecretId previous = generation == null ? null : new SecretId(id, generation, row.getString("previous_key"));
        return new LiveSecrets(current, previous, Sql.instantOrNull(row, "previous_until"));
    }

    /** What is in the column of why it is not called; null where it is. */
    static @Nullable String disabledReason(State state) {
        return switch (state) {
            case ENABLED -> null;
            case DISABLED, GONE -> state.name();
        };
    }
}
