package dev.plumbline.interview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.kit.testing.Contracts;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An interview round from the invitation to the last ruling, as the people of it would call. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class RoundTest {
    @Test
    void a_round_is_told_fact_by_fact_in_order() {
        UUID application = Stage.application();
        List<String> questions = List.of("billing", "motivation");
        UUID interview = Stage.interview(application, List.of("ben", "ana"), questions);
        Stage.rate(interview, "ana", "billing", "{\"rating\":4,\"note\":\"knew the codes\"}")
                .statusCode(200);
        Stage.rate(interview, "ana", "motivation", "{\"rating\":null}").statusCode(200);
        Stage.submit(interview, "ana").statusCode(200);
        Stage.hand(interview, "ben", questions, 3);
        Stage.rate(interview, "ana", "billing", "{\"rating\":5,\"reason\":\"misheard\"}")
                .statusCode(200);
        Stage.interviewer("ana")
                .body("{\"met\":true,\"note\":\"clear\"}")
                .put("/v1/applications/{id}/attestations/{gate}", application, Stage.GATE)
                .then()
                .statusCode(200);
        UUID flag = Stage.redFlag(application, Stage.interviewer("ben"), "told a patient's name");
        Stage.hiringManager()
                .body("{\"reason\":\"heard it too\"}")
                .post("/v1/red-flags/{id}/confirm", flag)
                .then()
                .statusCode(200);

        assertThat(Facts.told(application))
                .containsExactly(
                        "panel-assigned {\"question\":\"billing\",\"revision\":1,\"raters\":[\"ana\",\"ben\"]}",
                        "panel-assigned {\"question\":\"motivation\",\"revision\":1,\"raters\":[\"ana\",\"ben\"]}",
                        "question-rated {\"question\":\"billing\",\"rater\":\"ana\",\"revision\":1,\"rating\":4}",
                        "question-rated {\"question\":\"motivation\",\"rater\":\"ana\",\"revision\":1,\"rating\":null}",
                        "question-rated {\"question\":\"billing\",\"rater\":\"ben\",\"revision\":1,\"rating\":3}",
                        "question-rated {\"question\":\"motivation\",\"rater\":\"ben\",\"revision\":1,\"rating\":3}",
                        "question-rated {\"question\":\"billing\",\"rater\":\"ana\",\"revision\":2,\"rating\":5}",
                        "baseline-attested {\"gate\":\"communication-baseline\",\"rater\":\"ana\",\"revision\":1,\"met\":true}",
                        "red-flag-changed {\"redFlagId\":\"" + flag
                                + "\",\"revision\":1,\"category\":\"ETHICAL_LAPSE\",\"state\":\"RAISED\"}",
                        "red-flag-changed {\"redFlagId\":\"" + flag
                                + "\",\"revision\":2,\"category\":\"ETHICAL_LAPSE\",\"state\":\"CONFIRMED\"}");
        Facts.of(application).forEach(event -> Contracts.checkEvent("interview-service", event));
    }
}
