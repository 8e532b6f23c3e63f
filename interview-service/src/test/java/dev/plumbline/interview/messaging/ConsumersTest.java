package dev.plumbline.interview.messaging;

import static dev.plumbline.interview.Stage.APPLICATIONS;
import static dev.plumbline.interview.Stage.JOBS;
import static dev.plumbline.interview.Stage.lifecycle;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.kit.testing.Contracts;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.ReceivedEvent;
import dev.plumbline.kit.testing.TestKafka;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any order, any number of times: the same state in the end. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class ConsumersTest {
    private final Story story = new Story();

    @Inject
    AgroalDataSource database;

    @Test
    void duplicates_change_nothing() throws SQLException {
        List<ProducerRecord<String, byte[]>> records = story.records();
        Story.take(records);
        List<String> once = story.state(database);
        Story.take(records);
        Story.take(records.subList(0, 2));

        assertThat(story.state(database)).isEqualTo(once);
        assertThat(once).containsExactlyInAnyOrder(story.end());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void every_order_ends_alike(long seed) throws SQLException {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>(story.records());
        records.addAll(story.records());
        Collections.shuffle(records, new Random(seed));
        Story.take(records);

        assertThat(story.state(database)).containsExactlyInAnyOrder(story.end());
    }

    @Test
    void a_replay_from_the_beginning_changes_nothing() throws SQLException {
        Story.take(story.records());
        List<String> once = story.state(database);
        List<ProducerRecord<String, byte[]>> replay = new ArrayList<>();
        for (String topic : List.of(JOBS, APPLICATIONS)) {
            for (ReceivedEvent event : TestKafka.read(topic)) {
                if (event.key().equals(story.job().toString())
                        || event.key().equals(story.application().toString())) {
                    replay.add(new ProducerRecord<>(
                            topic,
                            null,
                            event.key(),
                            event.bytes(),
                            event.record().headers()));
                }
            }
        }
        assertThat(replay).hasSize(story.records().size());
        Story.take(replay);

        assertThat(story.state(database)).isEqualTo(once);
    }

    @Test
    void types_and_members_of_tomorrow_are_passed_over() throws SQLException {
        Story.take(List.of(
                Story.event(JOBS, story.job(), "dev.plumbline.job.archived.v1", "{\"anything\":true}"),
                Story.event(
                        APPLICATIONS,
                        story.application(),
                        "dev.plumbline.application.screened.v1",
                        "{\"screening\":[]}"),
                Story.event(
                        APPLICATIONS,
                        story.application(),
                        "dev.plumbline.application.submitted.v1",
                        lifecycle(story.application(), 1, "SUBMITTED", story.job(), 1)
                                .replace("{", "{\"future\":{\"a\":[1]},"))));

        assertThat(story.state(database)).containsExactly(story.application() + " 1 " + story.job() + " 1 f f");
    }

    @Test
    void takes_every_example_of_the_owner() {
        for (String type : List.of("dev.plumbline.job.published.v1", "dev.plumbline.job.closed.v1")) {
            Contracts.examplesOf("job-service", type)
                    .forEach(example -> assertThat(PublishedJob.of(Fields.of(Json.parse(example.json())))
                                    .revision())
                            .isPositive());
        }
        for (String type : List.of("submitted", "withdrawn", "reinstated")) {
            Contracts.examplesOf("job-service", "dev.plumbline.application." + type + ".v1")
                    .forEach(example -> assertThat(ApplicationEvents.lifecycle(Fields.of(Json.parse(example.json())))
                                    .revision())
                            .isPositive());
        }
        Contracts.examplesOf("job-service", "dev.plumbline.application.erased.v1")
                .forEach(example -> assertThat(
                                Fields.of(Json.parse(example.json())).uuid("applicationId"))
                        .isNotNull());
    }
}
