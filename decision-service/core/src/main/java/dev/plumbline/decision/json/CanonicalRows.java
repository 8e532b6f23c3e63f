package dev.plumbline.decision.json;

import dev.plumbline.decision.domain.Attestation;
import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.FactContent;
import dev.plumbline.decision.domain.Figure;
import dev.plumbline.decision.domain.Lifecycle;
import dev.plumbline.decision.domain.Panel;
import dev.plumbline.decision.domain.QuestionCount;
import dev.plumbline.decision.domain.Rating;
import dev.plumbline.decision.domain.RedFlag;
import dev.plumbline.decision.domain.ScreeningAnswer;
import dev.plumbline.decision.domain.ScreeningAnswers;
import dev.plumbline.decision.domain.SectionResult;
import dev.plumbline.decision.domain.Waiver;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of evidence in canonical JSON; evidence keeps its lists sorted by identity already. */
final class CanonicalRows {

    private CanonicalRows() {}

    static void evidence(CanonicalWriter json, Evidence evidence) {
        json.beginObject();
        list(json, "attestations", evidence.attestations());
        list(json, "panel", evidence.panel());
        list(json, "ratings", evidence.ratings());
        list(json, "redFlags", evidence.redFlags());
        json.name("screening");
        screening(json, evidence.screening());
        list(json, "sections", evidence.sections());
        list(json, "waivers", evidence.waivers());
        json.endObject();
    }

    private static void list(CanonicalWriter json, String name, List<? extends FactContent> rows) {
        json.name(name).beginArray();
        for (FactContent row : rows) {
            fact(json, row);
        }
        json.endArray();
    }

    static void fact(CanonicalWriter json, FactContent content) {
        json.beginObject();
        switch (content) {
            case SectionResult section -> section(json, section);
            case Panel panel -> panel(json, panel);
            case Rating rating -> rating(json, rating);
            case RedFlag flag -> {
                member(json, "category", flag.category().name());
                member(json, "id", flag.id());
                member(json, "state", flag.state().name());
            }
            case Attestation attestation -> {
                member(json, "gate", attestation.gate());
                json.name("met").truth(attestation.met());
                member(json, "rater", attestation.rater());
            }
            case ScreeningAnswers answers -> screening(json.name("screening"), answers.answers());
            case Waiver waiver -> {
                member(json, "node", waiver.node());
                member(json, "reason", waiver.reason().name());
            }
            case Lifecycle lifecycle -> lifecycle(json, lifecycle);
        }
        json.endObject();
    }

    private static void section(CanonicalWriter json, SectionResult section) {
        member(json, "earned", section.earned());
        member(json, "pending", section.pending());
        member(json, "possible", section.possible());
        QuestionCount questions = section.questions();
        if (questions != null) {
            json.name("questions").beginObject();
            member(json, "pending", Integer.toString(questions.pending()));
            member(json, "right", Integer.toString(questions.right()));
            member(json, "total", Integer.toString(questions.total()));
            json.endObject();
        }
        member(json, "section", section.section());
    }

    private static void panel(CanonicalWriter json, Panel panel) {
        member(json, "question", panel.question());
        json.name("raters").beginArray();
        panel.raters().forEach(json::text);
        json.endArray();
    }

    private static void rating(CanonicalWriter json, Rating rating) {
        member(json, "question", rating.question());
        member(json, "rater", rating.rater());
        Figure given = rating.rating();
        if (given == null) {
            json.name("rating").nothing();
        } else {
            member(json, "rating", given);
        }
    }

    private static void screening(CanonicalWriter json, List<ScreeningAnswer> answers) {
        json.beginArray();
        for (ScreeningAnswer answer : answers) {
            member(json.beginObject(), "criterion", answer.criterion());
            json.name("met");
            truthOrNothing(json, answer.met());
            json.endObject();
        }
        json.endArray();
    }

    private static void lifecycle(CanonicalWriter json, Lifecycle lifecycle) {
        member(json, "externalId", lifecycle.externalId());
        member(json, "jobId", lifecycle.jobId());
        member(json, "rubricVersion", Integer.toString(lifecycle.rubricVersion()));
        member(json, "status", lifecycle.status().name());
    }

    private static void truthOrNothing(CanonicalWriter json, @Nullable Boolean truth) {
        if (truth == null) {
            json.nothing();
        } else {
            json.truth(truth);
        }
    }

    private static void member(CanonicalWriter json, String name, Figure figure) {
        member(json, name, figure.toString());
    }

    private static void member(CanonicalWriter json, String name, String text) {
        json.name(name).text(text);
    }
}
