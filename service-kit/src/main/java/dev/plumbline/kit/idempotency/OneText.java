package dev.plumbline.kit.idempotency;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes what JSON says in one way, in whatever order its members came and however its numbers were spelt: members of
 * records in the order of the record, all others sorted by name (RFC 8785, 3.2.3), numbers without zeros at the end.
 */
final class OneText {
    private OneText() {}

    static ObjectWriter writer(ObjectMapper mapper) {
        SimpleModule module = new SimpleModule("one-text");
        module.addSerializer(JsonNode.class, new OfTree());
        module.addSerializer(BigDecimal.class, new OfNumber());
        return mapper.copy()
                .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
                .registerModule(module)
                .writer();
    }

    private static void write(BigDecimal number, JsonGenerator json) throws IOException {
        // As it is, with an exponent: 1e999999999 must not become a billion digits.
        BigDecimal stripped = number.stripTrailingZeros();
        json.writeNumber(
                stripped.scale() <= 0 && stripped.scale() > -20 ? stripped.toPlainString() : stripped.toString());
    }

    private static final class OfNumber extends JsonSerializer<BigDecimal> {
        @Override
        public void serialize(BigDecimal number, JsonGenerator json, SerializerProvider provider) throws IOException {
            write(number, json);
        }
    }

    private static final class OfTree extends JsonSerializer<JsonNode> {
        @Override
        public void serialize(JsonNode tree, JsonGenerator json, SerializerProvider provider) throws IOException {
            switch (tree.getNodeType()) {
                case OBJECT -> {
                    Map<String, JsonNode> members = new TreeMap<>();
                    tree.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
                    json.writeStartObject();
                    for (Map.Entry<String, JsonNode> member : members.entrySet()) {
                        json.writeFieldName(member.getKey());
                        serialize(member.getValue(), json, provider);
                    }
                    json.writeEndObject();
                }
                case ARRAY -> {
                    json.writeStartArray();
                    for (JsonNode item : tree) {
                        serialize(item, json, provider);
                    }
                    json.writeEndArray();
                }
                case NUMBER -> write(tree.decimalValue(), json);
                case STRING -> json.writeString(tree.textValue());
                case BOOLEAN -> json.writeBoolean(tree.booleanValue());
                case NULL -> json.writeNull();
                case BINARY, MISSING, POJO -> throw new IllegalArgumentException("this is no JSON");
            }
        }
    }
}
