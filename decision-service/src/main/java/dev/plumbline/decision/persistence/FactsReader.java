package dev.plumbline.decision.persistence;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.decision.app.Application;
import dev.plumbline.decision.domain.Attestation;
import dev.plumbline.decision.domain.Fact;
import dev.plumbline.decision.domain.FactContent;
import dev.plumbline.decision.domain.FactIdentity;
import dev.plumbline.decision.domain.Figure;
import dev.plumbline.decision.domain.FlagCategory;
import dev.plumbline.decision.domain.FlagState;
import dev.plumbline.decision.domain.Lifecycle;
import dev.plumbline.decision.domain.Panel;
import dev.plumbline.decision.domain.QuestionCount;
import dev.plumbline.decision.domain.Rating;
import dev.plumbline.decision.domain.RedFlag;
import dev.plumbline.decision.domain.ScreeningAnswer;
import dev.plumbline.decision.domain.ScreeningAnswers;
import dev.plumbline.decision.domain.SectionResult;
import dev.plumbline.decision.domain.Waiver;
import dev.plumbline.decision.domain.WaiverReason;
import dev.plumbline.decision.json.Digests;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link FactsWriter} wrote. */
final class FactsReader {
    private final JsonParser json;
    private final boolean isDigesting;

    private FactsReader(JsonParser json, boolean isDigesting) {
        this.json = json;
        this.isDigesting = isDigesting;
    }

    /** @throws IllegalStateException where these bytes are no stored facts */
    static List<Fact> read(byte[] stored) {
        return read(stored, true);
    }

    /**
     * As {@link #read}, but the facts have {@link Application#UNCOMPUTED} for a digest: of all the facts of an application
     * hardly ever one is asked for it, and to compute them took a third of all the work on a score.
     */
    static List<Fact> readUndigested(byte[] stored) {
        return read(stored, false);
    }

    private static List<Fact> read(byte[] stored, boolean isDigesting) {
        try (JsonParser json = FactsWriter.JSON.createParser(stored)) {
            return new FactsReader(json, isDigesting).facts();
        } catch (IOException e) {
            throw new IllegalStateException("The stored facts cannot be read", e);
        }
    }

    private List<Fact> facts() throws IOException {
        List<Fact> facts = new ArrayList<>();
        json.nextToken();
        while (json.nextToken() == JsonToken.START_ARRAY) {
            facts.add(fact());
        }
        return facts;
    }

    private Fact fact() throws IOException {
        String letter = text();
        json.nextToken();
        long revision = json.getLongValue();
        FactIdentity identity = identity(letter);
        FactContent content = json.nextToken() == JsonToken.END_ARRAY ? null : content(identity);
        if (content != null) {
            while (json.currentToken() != JsonToken.END_ARRAY) {
                json.nextToken();
            }
        }
        return new Fact(identity, revision, content, isDigesting ? Digests.fact(content) : Application.UNCOMPUTED);
    }

    private FactIdentity identity(String letter) throws IOException {
        return switch (letter) {
            case FactsWriter.LIFECYCLE -> new FactIdentity.Lifecycle();
            case FactsWriter.SCREENING -> new FactIdentity.Screening();
            case FactsWriter.SECTION -> new FactIdentity.Section(text());
            case FactsWriter.PANEL -> new FactIdentity.Panel(text());
            case FactsWriter.RATING -> new FactIdentity.Rating(text(), text());
            case FactsWriter.RED_FLAG -> new FactIdentity.RedFlag(text());
            case FactsWriter.ATTESTATION -> new FactIdentity.Attestation(text(), text());
            case FactsWriter.WAIVER -> new FactIdentity.Waiver(text());
            default -> throw new IllegalStateException("No kind of stored fact has the letter " + letter);
        };
    }

    /** The content, whose first token is the current one; leaves the parser on the last one or on the fact's end. */
    private FactContent content(FactIdentity identity) throws IOException {
        return switch (identity) {
            case FactIdentity.Lifecycle _ ->
                new Lifecycle(Lifecycle.Status.valueOf(json.getText()), text(), (int) number(), text());
            case FactIdentity.Screening _ -> screening();
            case FactIdentity.Section section -> section(section.section());
            case FactIdentity.Panel panel -> new Panel(panel.question(), texts());
            case FactIdentity.Rating rating -> new Rating(rating.question(), rating.rater(), figureOrNull());
            case FactIdentity.RedFlag flag ->
                new RedFlag(flag.id(), FlagCategory.valueOf(json.getText()), FlagState.valueOf(text()));
            case FactIdentity.Attestation attestation ->
                new Attestation(attestation.gate(), attestation.rater(), json.getBooleanValue());
            case FactIdentity.Waiver waiver -> new Waiver(waiver.node(), WaiverReason.valueOf(json.getText()));
        };
    }

    private SectionResult section(String section) throws IOException {
        Figure earned = new Figure(json.getLongValue());
        Figure possible = new Figure(number());
        Figure pending = new Figure(number());
        QuestionCount questions = json.nextToken() == JsonToken.END_ARRAY
                ? null
                : new QuestionCount(json.getIntValue(), (int) number(), (int) number());
        return new SectionResult(section, earned, possible, pending, questions);
    }

    private ScreeningAnswers screening() throws IOException {
        List<ScreeningAnswer> answers = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            String criterion = json.getText();
            answers.add(new ScreeningAnswer(
                    criterion, json.nextToken() == JsonToken.VALUE_NULL ? null : json.getBooleanValue()));
        }
        json.nextToken();
        return new ScreeningAnswers(answers);
    }

    private List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            texts.add(json.getText());
        }
        json.nextToken();
        return texts;
    }

    private @Nullable Figure figureOrNull() throws IOException {
        return json.currentToken() == JsonToken.VALUE_NULL ? null : new Figure(json.getLongValue());
    }

    private String text() throws IOException {
        return String.valueOf(json.nextTextValue());
    }

    private long number() throws IOException {
        return json.nextLongValue(0);
    }
}
