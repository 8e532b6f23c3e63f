package dev.plumbline.decision.json;

import dev.plumbline.decision.domain.Fact;
import dev.plumbline.decision.domain.FactContent;
import dev.plumbline.decision.domain.FactIdentity;
import dev.plumbline.decision.domain.FactKind;
import dev.plumbline.decision.domain.Lifecycle;
import dev.plumbline.decision.domain.ScreeningAnswer;
import dev.plumbline.decision.domain.ScreeningAnswers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads facts; each method answers {@code null}, its faults recorded, where something is at fault. */
final class FactRows {

    private FactRows() {}

    static @Nullable Fact fact(FactKind kind, Fields fields) {
        Long revision = fields.required("revision", Value::asRevision);
        Boolean retracted = fields.optional("retracted", Value::asTruth, false);
        if (retracted == null) {
            return null;
        }
        if (retracted) {
            FactIdentity identity = identity(kind, fields);
            return identity == null || revision == null ? null : FactJson.tombstone(revision, identity);
        }
        FactContent content = content(kind, fields);
        return content == null || revision == null ? null : FactJson.fact(revision, content);
    }

    private static @Nullable FactContent content(FactKind kind, Fields fields) {
        return switch (kind) {
            case LIFECYCLE -> lifecycle(fields);
            case SCREENING -> screening(fields);
            case SECTION -> Rows.section(fields);
            case PANEL -> Rows.panel(fields);
            case RATING -> Rows.rating(fields, null);
            case RED_FLAG -> Rows.redFlag(fields, "redFlagId");
            case ATTESTATION -> Rows.attestation(fields);
            case WAIVER -> Rows.waiver(fields);
        };
    }

    private static @Nullable FactIdentity identity(FactKind kind, Fields fields) {
        return switch (kind) {
            case LIFECYCLE -> new FactIdentity.Lifecycle();
            case SCREENING -> new FactIdentity.Screening();
            case SECTION -> {
                String section = fields.required("section", Value::asId);
                yield section == null ? null : new FactIdentity.Section(section);
            }
            case PANEL -> {
                String question = fields.required("question", Value::asId);
                yield question == null ? null : new FactIdentity.Panel(question);
            }
            case RATING -> {
                String question = fields.required("question", Value::asId);
                String rater = fields.required("rater", Value::asPerson);
                yield question == null || rater == null ? null : new FactIdentity.Rating(question, rater);
            }
            case RED_FLAG -> {
                String id = fields.required("redFlagId", Value::asId);
                yield id == null ? null : new FactIdentity.RedFlag(id);
            }
            case ATTESTATION -> {
                String gate = fields.required("gate", Value::asId);
                String rater = fields.required("rater", Value::asPerson);
                yield gate == null || rater == null ? null : new FactIdentity.Attestation(gate, rater);
            }
            case WAIVER -> {
                String node = fields.required("node", Value::asId);
                yield node == null ? null : new FactIdentity.Waiver(node);
            }
        };
    }

    private static @Nullable Lifecycle lifecycle(Fields fields) {
        Lifecycle.Status status = fields.required("status", value -> value.asOneOf(Lifecycle.Status.class));
        String jobId = fields.required("jobId", Value::asId);
        Integer rubricVersion = fields.required("rubricVersion", value -> value.asWhole(1));
        String externalId = fields.required("externalId", Value::asId);
        return status == null || jobId == null || rubricVersion == null || externalId == null
                ? null
                : new Lifecycle(status, jobId, rubricVersion, externalId);
    }

    private static @Nullable ScreeningAnswers screening(Fields fields) {
        List<ScreeningAnswer> answers = fields.required("screening", FactRows::answers);
        return answers == null ? null : new ScreeningAnswers(answers);
    }

    private static @Nullable List<ScreeningAnswer> answers(Value list) {
        List<Value> rows = list.asList(Value.MAX_LIST);
        if (rows == null) {
            return null;
        }
        List<ScreeningAnswer> answers = new ArrayList<>();
        Set<String> criteria = new HashSet<>();
        for (Value row : rows) {
            Fields fields = row.asFields();
            ScreeningAnswer answer = fields == null ? null : Rows.screening(fields);
            if (answer != null && criteria.add(answer.criterion())) {
                answers.add(answer);
            } else if (answer != null) {
                row.fault("is there twice");
            }
        }
        return answers.size() == rows.size() ? answers : null;
    }
}
