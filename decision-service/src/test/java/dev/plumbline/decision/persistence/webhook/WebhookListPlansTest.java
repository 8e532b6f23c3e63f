package dev.plumbline.decision.persistence.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.decision.persistence.ListPlansTest;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** As {@link ListPlansTest}, of webhooks and their deliveries. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class WebhookListPlansTest {
    @Test
    void webhooks_are_found_by_their_index() throws SQLException {
        assertThat(ListPlansTest.conditions(WebhookRows.LIST)).anyMatch(condition -> condition.contains("(id > "));
    }

    @Test
    void deliveries_are_found_by_their_index() throws SQLException {
        assertThat(ListPlansTest.conditions(DeliveryLogRows.LIST))
                .anyMatch(condition ->
                        condition.contains("(event_time, id)") || condition.contains("ROW(event_time, id)"));
    }
}
