package dev.plumbline.interview.messaging;

import dev.plumbline.interview.domain.InterviewQuestion;
import dev.plumbline.interview.domain.JobVersion;
import dev.plumbline.interview.domain.RatingScale;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What this service uses of {@code job.published} and {@code job.closed}, which both carry the whole state.
 *
 * @param version the version
 * @param revision the job's revision, at least 1
 */
record PublishedJob(JobVersion version, long revision) {
    /** Deeper than any rubric (decision semantics, section 2: 6). */
    private static final int DEEPEST = 32;

    /**
     * Reads an event's data.
     *
     * @throws dev.plumbline.kit.inbox.RejectedEvent where it cannot be used
     */
    static PublishedJob of(Fields data) {
        Fields rubric = data.object("rubric");
        JobVersion version = new JobVersion(
                data.uuid("jobId"),
                (int) data.positive("version", Integer.MAX_VALUE),
                appliesToAllOpen(data),
                data.text("title"),
                scale(rubric.object("ratingScale")),
                questions(data, rubric),
                attestationGates(rubric));
        return new PublishedJob(version, data.positive("revision", Long.MAX_VALUE));
    }

    private static boolean appliesToAllOpen(Fields data) {
        return switch (data.text("appliesTo")) {
            case "NEW_APPLICATIONS" -> false;
            case "ALL_OPEN_APPLICATIONS" -> true;
            default -> throw data.unusable("appliesTo", "NEW_APPLICATIONS or ALL_OPEN_APPLICATIONS");
        };
    }

    private static RatingScale scale(Fields scale) {
        BigDecimal min = scale.decimal("min");
        BigDecimal max = scale.decimal("max");
        if (min.signum() < 0 || min.compareTo(max) >= 0) {
            throw scale.unusable("min", "less than max and at least 0");
        }
        return new RatingScale(min, max);
    }

    /** Those with a wording, in the job's order, then those that only the rubric names. */
    private static List<InterviewQuestion> questions(Fields data, Fields rubric) {
        Map<String, InterviewQuestion> questions = new LinkedHashMap<>();
        for (Fields question : data.objects("interviewQuestions")) {
            questions.putIfAbsent(question.text("id"), question(question));
        }
        addLeaves(rubric.object("criteria"), questions, 1);
        return new ArrayList<>(questions.values());
    }

    private static InterviewQuestion question(Fields question) {
        String title = question.textOrNull("title");
        return new InterviewQuestion(
                question.text("id"),
                question.textOrNull("kind"),
                title == null ? question.text("id") : title,
                question.textOrNull("question"),
                question.textOrNull("looksFor"),
                question.textsByName("anchors"),
                question.texts("probes"));
    }

    private static void addLeaves(Fields node, Map<String, InterviewQuestion> questions, int depth) {
        if (depth > DEEPEST) {
            throw node.unusable("children", "at most " + DEEPEST + " deep");
        }
        if (node.has("evidence")) {
            Fields evidence = node.object("evidence");
            if (evidence.text("type").equals("INTERVIEW_QUESTION")) {
                String id = evidence.text("question");
                questions.putIfAbsent(id, InterviewQuestion.named(id, node.text("name")));
            }
        }
        node.objects("children").forEach(child -> addLeaves(child, questions, depth + 1));
    }

    private static Set<String> attestationGates(Fields rubric) {
        Set<String> gates = new LinkedHashSet<>();
        for (Fields gate : rubric.objects("gates")) {
            if (gate.text("type").equals("ATTESTATION")) {
                gates.add(gate.text("id"));
            }
        }
        return gates;
    }
}
