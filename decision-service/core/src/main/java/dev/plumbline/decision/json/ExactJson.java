package dev.plumbline.decision.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Parses JSON so that numbers stay exact decimals and a key given twice is an error. Trees parsed elsewhere may be used
 * too, as long as they hold no binary floating point.
 */
public final class ExactJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final ObjectReader READER = MAPPER.readerFor(JsonNode.class);

    private ExactJson() {}

    /**
     * The tree of a document in UTF-8; the missing node for an empty one.
     *
     * @throws JsonProcessingException if it is malformed, has a key twice or is nested or long beyond all sense
     */
    public static JsonNode parse(byte[] json) throws JsonProcessingException {
        try {
            return READER.readTree(json);
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory are always readable", e);
        } catch (NumberFormatException e) {
            throw tooLarge(e);
        }
    }

    /**
     * The tree of a document.
     *
     * @throws JsonProcessingException as {@link #parse(byte[])}
     */
    public static JsonNode parse(String json) throws JsonProcessingException {
        try {
            return READER.readTree(json);
        } catch (NumberFormatException e) {
            throw tooLarge(e);
        }
    }

    /** Jackson lets this one through where a number's exponent has more digits than any decimal holds. */
    private static JsonProcessingException tooLarge(NumberFormatException cause) {
        return new JsonParseException(null, "a number has an exponent that no decimal holds", cause);
    }
}
