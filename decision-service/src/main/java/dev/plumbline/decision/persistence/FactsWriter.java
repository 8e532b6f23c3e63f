package dev.plumbline.decision.persistence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.decision.domain.Attestation;
import dev.plumbline.decision.domain.Fact;
import dev.plumbline.decision.domain.FactContent;
import dev.plumbline.decision.domain.FactIdentity;
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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Writes facts as they are stored: an array of arrays, as short as JSON can be, because every decision rewrites all the
 * facts of an application. Each begins with the kind's letter and the revision, then come the parts of its identity, then
 * its content; a tombstone ends before the content. {@link FactsReader} reads it.
 */
final class FactsWriter {
    static final String LIFECYCLE = "L";
    static final String SCREENING = "C";
    static final String SECTION = "S";
    static final String PANEL = "P";
    static final String RATING = "R";
    static final String RED_FLAG = "F";
    static final String ATTESTATION = "A";
    static final String WAIVER = "W";

    static final JsonFactory JSON = new JsonFactory();

    private FactsWriter() {}

    static byte[] write(Collection<Fact> facts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * facts.size() + 2);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartArray();
            for (Fact fact : facts) {
                json.writeStartArray();
                json.writeString(letter(fact.identity()));
                json.writeNumber(fact.revision());
                for (String part : fact.identity().parts()) {
                    json.writeString(part);
                }
                FactContent content = fact.content();
                if (content != null) {
                    write(content, json);
                }
                json.writeEndArray();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static String letter(FactIdentity identity) {
        return switch (identity) {
            case FactIdentity.Lifecycle _ -> LIFECYCLE;
            case FactIdentity.Screening _ -> SCREENING;
            case FactIdentity.Section _ -> SECTION;
            case FactIdentity.Panel _ -> PANEL;
            case FactIdentity.Rating _ -> RATING;
            case FactIdentity.RedFlag _ -> RED_FLAG;
            case FactIdentity.Attestation _ -> ATTESTATION;
            case FactIdentity.Waiver _ -> WAIVER;
        };
    }

    private static void write(FactContent content, JsonGenerator json) throws IOException {
        switch (content) {
            case Lifecycle lifecycle -> {
                json.writeString(lifecycle.status().name());
                json.writeString(lifecycle.jobId());
                json.writeNumber(lifecycle.rubricVersion());
                json.writeString(lifecycle.externalId());
            }
            case ScreeningAnswers screening -> {
                json.writeStartArray();
                for (ScreeningAnswer answer : screening.answers()) {
                    json.writeString(answer.criterion());
                    truth(answer.met(), json);
                }
                json.writeEndArray();
            }
            case SectionResult section -> section(section, json);
            case Panel panel -> {
                json.writeStartArray();
                for (String rater : panel.raters()) {
                    json.writeString(rater);
                }
                json.writeEndArray();
            }
            case Rating rating -> figure(rating.rating(), json);
            case RedFlag flag -> {
                json.writeString(flag.category().name());
                json.writeString(flag.state().name());
            }
            case Attestation attestation -> json.writeBoolean(attestation.met());
            case Waiver waiver -> json.writeString(waiver.reason().name());
        }
    }

    private static void section(SectionResult section, JsonGenerator json) throws IOException {
        figure(section.earned(), json);
        figure(section.possible(), json);
        figure(section.pending(), json);
        QuestionCount questions = section.questions();
        if (questions != null) {
            json.writeNumber(questions.right());
            json.writeNumber(questions.total());
            json.writeNumber(questions.pending());
        }
    }

    /** In ten-thousandths, so that it is read back without a decimal parser. */
    private static void figure(@Nullable Figure figure, JsonGenerator json) throws IOException {
        if (figure == null) {
            json.writeNull();
        } else {
            json.writeNumber(figure.tenThousandths());
        }
    }

    private static void truth(@Nullable Boolean truth, JsonGenerator json) throws IOException {
        if (truth == null) {
            json.writeNull();
        } else {
            json.writeBoolean(truth);
        }
    }
}
