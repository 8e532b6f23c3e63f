package dev.plumbline.assessment.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.assessment.domain.Answer;
import dev.plumbline.assessment.domain.TestDefinition;
import dev.plumbline.assessment.format.TestDocument;
import dev.plumbline.assessment.format.TestReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is stored as JSON text. */
@ApplicationScoped
class Json {

    private static final String SELECTED = "selected";
    private static final String VALUE = "value";
    private static final String TEXT = "text";

    private final ObjectMapper mapper;

    Json(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    String write(TestDefinition definition) {
        return text(TestDocument.of(definition));
    }

    TestDefinition definition(String json) {
        return TestReader.read(tree(json)).definition();
    }

    String write(Answer answer) {
        return switch (answer) {
            case Answer.Choice choice -> text(Map.of(SELECTED, choice.selected()));
            case Answer.Number number -> text(Map.of(VALUE, number.value()));
            case Answer.Text written -> text(Map.of(TEXT, written.text()));
            case Answer.Erased erased -> "{}";
        };
    }

    Answer answer(String json) {
        JsonNode node = tree(json);
        if (node.has(SELECTED)) {
            List<String> selected = new ArrayList<>();
            node.get(SELECTED).forEach(option -> selected.add(option.textValue()));
            return new Answer.Choice(selected);
        }
        if (node.has(VALUE)) {
            return new Answer.Number(node.get(VALUE).decimalValue());
        }
        return node.has(TEXT) ? new Answer.Text(node.get(TEXT).textValue()) : new Answer.Erased();
    }

    String write(Map<String, Integer> ratings) {
        return text(ratings);
    }

    Map<String, Integer> ratings(String json) {
        try {
            return mapper.readValue(json, new TypeReference<Map<String, Integer>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored JSON that cannot be read", e);
        }
    }

    private String text(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value without a JSON form: " + value.getClass(), e);
        }
    }

    private JsonNode tree(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored JSON that cannot be read", e);
        }
    }
}
