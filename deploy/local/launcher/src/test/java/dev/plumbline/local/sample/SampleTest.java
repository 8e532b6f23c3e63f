package dev.plumbline.local.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTest {
    private static final String RESULT = "PUT /v1/applications/first/sections/hipaa";
    private static final Story STORY = new Story(
            "sample-01",
            "Amara Okafor",
            "fails",
            true,
            List.of(new Step.SectionDelivered("hipaa", 1), new Step.Decided("REJECT")));

    @TempDir
    Path data;

    private final List<String> said = new ArrayList<>();
    private FakeServices services;
    private Api api;

    @BeforeEach
    void start() throws IOException {
        services = new FakeServices();
        api = new Api(services.endpoints());
    }

    @AfterEach
    void stop() {
        api.close();
        services.close();
    }

    @Test
    void a_story_that_is_over_is_left_alone_whatever_became_of_it() throws Exception {
        assertThat(sample().over()).isEmpty();
        assertThat(sample().play()).containsExactly("first");
        assertThat(services.changes).containsExactly("POST /v1/jobs/job/applications", RESULT);
        services.changes.clear();
        services.recommendation = "DISCUSS";

        assertThat(sample().over()).isEqualTo(Map.of("sample-01", "Amara Okafor"));
        assertThat(sample().play()).isEmpty();

        assertThat(services.changes).isEmpty();
        assertThat(said).isEmpty();
    }

    @Test
    void a_story_that_was_cut_short_goes_on() throws Exception {
        services.application = "first";

        assertThat(sample().play()).containsExactly("first");

        assertThat(services.changes).containsExactly(RESULT);
        assertThat(sample().over()).containsKey("sample-01");
    }

    @Test
    void the_same_candidate_in_other_data_has_a_story_to_come() throws Exception {
        sample().play();

        services.application = "of-other-data";

        assertThat(sample().over()).isEmpty();
        assertThat(sample().play()).containsExactly("of-other-data");
    }

    @Test
    void a_story_that_others_have_changed_since_it_began_ends_there() throws Exception {
        services.application = "first";
        services.refusesResults = true;

        sample().play();

        assertThat(said)
                .singleElement()
                .asString()
                .contains("The story of Amara Okafor ends early")
                .endsWith("It is withdrawn");
        assertThat(sample().over()).containsKey("sample-01");
    }

    @Test
    void a_new_story_that_does_not_go_as_it_tells_is_a_failure() throws Exception {
        services.refusesResults = true;

        assertThatThrownBy(() -> sample().play()).isInstanceOf(Deviation.class).hasMessageContaining("It is withdrawn");
        assertThat(sample().over()).isEmpty();
    }

    private Sample sample() throws IOException {
        return new Sample(api, List.of(STORY), Played.in(data), said::add);
    }
}
