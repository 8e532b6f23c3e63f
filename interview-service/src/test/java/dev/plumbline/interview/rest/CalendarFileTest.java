package dev.plumbline.interview.rest;

import static dev.plumbline.interview.Stage.interviewer;
import static dev.plumbline.interview.Stage.recruiter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.plumbline.interview.Stage;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class CalendarFileTest {
    private static final String PATH = "/v1/interviews/{id}.ics";

    private UUID application;
    private UUID interview;

    @BeforeEach
    void setTheStage() {
        application = Stage.application();
        interview = Stage.interview(application, List.of("ana-sub"), List.of("billing"));
    }

    @Test
    void follows_the_interview_from_the_invitation_to_the_cancellation() throws Exception {
        Calendar invitation = read("REQUEST");
        Stage.change(interview, List.of("ana-sub", "ben-sub"), List.of("billing"))
                .statusCode(200);
        Calendar changed = read("REQUEST");
        recruiter().post("/v1/interviews/{id}/cancel", interview).then().statusCode(200);
        Calendar cancelled = read("CANCEL");

        assertThat(List.of(value(invitation, "SEQUENCE"), value(changed, "SEQUENCE"), value(cancelled, "SEQUENCE")))
                .containsExactly("0", "1", "2");
        assertThat(List.of(value(invitation, "UID"), value(changed, "UID"), value(cancelled, "UID")))
                .containsOnly(interview + "@plumbline");
        assertThat(value(invitation, "SUMMARY")).isEqualTo("Interview: Medical Office Manager");
        assertThat(value(cancelled, "STATUS")).isEqualTo("CANCELLED");
        assertThat(cancelled.toString()).doesNotContain("ana-sub", "ben-sub", application.toString());
    }

    @Test
    void is_for_those_for_whom_the_interview_exists() {
        for (var reader : List.of(recruiter(), Stage.hiringManager(), Stage.auditor(), interviewer("ana-sub"))) {
            reader.get(PATH, interview).then().statusCode(200).header("ETag", "\"1\"");
        }
        interviewer("eve").get(PATH, interview).then().statusCode(404).body("type", equalTo("/problems/not-found"));
        Stage.assessor().get(PATH, interview).then().statusCode(403);
        recruiter().get(PATH, Ids.next()).then().statusCode(404);
        recruiter().get("/v1/interviews/nonsense.ics").then().statusCode(404);
    }

    private Calendar read(String method) throws IOException, ParserException {
        var answer = interviewer("ana-sub").get(PATH, interview);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType().toLowerCase(java.util.Locale.ROOT))
                .startsWith("text/calendar")
                .contains("charset=utf-8", "method=" + method.toLowerCase(java.util.Locale.ROOT));
        return new CalendarBuilder().build(new StringReader(answer.asString()));
    }

    private static String value(Calendar calendar, String property) {
        return calendar.getComponent(Component.VEVENT)
                .orElseThrow()
                .getProperty(property)
                .orElseThrow()
                .getValue();
    }
}
