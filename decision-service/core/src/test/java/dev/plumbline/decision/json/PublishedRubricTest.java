package dev.plumbline.decision.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** A rubric that a later version of its publisher has written, with members that are not known here. */
class PublishedRubricTest {
    private static final JsonNode KNOWN = FaultsTest.request().get("rubric");
    private static final JsonNode OF_LATER = Edits.apply(
            KNOWN,
            "/language=\"en\";/ratingScale/labels=[1e999999999];/bands/colours={};/criteria/weight=100;"
                    + "/criteria/children/0/icon=\"pen\";/criteria/children/0/children/0/evidence/share=0.12345;"
                    + "/gates/0/explains=null");

    @Test
    void means_what_it_means_without_them() {
        assertThat(Readings.valid(RubricReader.readPublished(OF_LATER, "/rubric")))
                .isEqualTo(Readings.valid(RubricReader.read(KNOWN, "")));
    }

    @Test
    void is_refused_in_a_request() {
        assertThat(Readings.pointers(RubricReader.read(OF_LATER, "/rubric")))
                .containsExactlyInAnyOrder(
                        "/rubric/language",
                        "/rubric/ratingScale/labels",
                        "/rubric/bands/colours",
                        "/rubric/criteria/weight",
                        "/rubric/criteria/children/0/icon",
                        "/rubric/criteria/children/0/children/0/evidence/share",
                        "/rubric/gates/0/explains");
    }

    @Test
    void is_refused_where_what_is_known_has_a_fault() {
        JsonNode faulty = Edits.apply(OF_LATER, "-/bands/strongAt;/gates/0/type=\"LATER\"");

        assertThat(Readings.pointers(RubricReader.readPublished(faulty, "/rubric")))
                .containsExactlyInAnyOrder("/rubric/bands/strongAt", "/rubric/gates/0/type");
    }
}
