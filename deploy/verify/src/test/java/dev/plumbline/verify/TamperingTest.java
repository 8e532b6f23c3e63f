package dev.plumbline.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.plumbline.decision.certificate.Discrepancy;
import dev.plumbline.decision.json.CanonicalJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One changed byte anywhere fails, and what is said of it names the place. */
class TamperingTest {
    private static final Key KEY = Key.generate();
    private static final KeySet KEYS = KeySet.read(Key.set(Key.generate(), KEY));
    /** A decision, a rubric, or a member of the certificate or of the whole. */
    private static final Pattern PART =
            Pattern.compile("/certificate/(decisions|rubrics)/[0-9]+|/certificate(/[^/]+)?|/signature(/[^/]+)?");

    private static final Pattern AT_BYTE = Pattern.compile("byte ([0-9]+)$");
    private static final int NEAR = 200;

    @Test
    void every_byte_of_a_small_certificate_counts() {
        byte[] file = History.small().signedBy(KEY);
        assertThat(Verification.of(file, KEYS).discrepancies()).isEmpty();

        List<String> missed = new ArrayList<>();
        for (int at = 0; at < file.length; at++) {
            // Another letter, the other case, no ASCII: each byte gets one of them, and each of them a third of the
            // bytes.
            change(file, at, new int[] {0x01, 0x20, 0x80}[at % 3], missed);
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void bytes_of_a_rich_certificate_count_wherever_they_are() {
        byte[] file = History.rich().signedBy(KEY);
        assertThat(Verification.of(file, KEYS).discrepancies()).isEmpty();

        List<String> missed = new ArrayList<>();
        Random random = new Random(20260311);
        for (int i = 0; i < 1000; i++) {
            change(file, random.nextInt(file.length), 1 + random.nextInt(255), missed);
        }
        assertThat(missed).isEmpty();
    }

    private static void change(byte[] file, int at, int flip, List<String> missed) {
        byte[] changed = file.clone();
        changed[at] ^= (byte) flip;
        List<Discrepancy> found = Verification.of(changed, KEYS).discrepancies();
        String place = Place.of(file, at);
        if (found.stream().noneMatch(one -> names(one, place, at))) {
            missed.add("byte %d ^ %02x, %s: %s".formatted(at, flip, place, found));
        }
    }

    private static boolean names(Discrepancy one, String place, int at) {
        Matcher part = PART.matcher(place);
        boolean isNear = false;
        Matcher atByte = AT_BYTE.matcher(one.message());
        if (atByte.find()) {
            isNear = Math.abs(Integer.parseInt(atByte.group(1)) - at) <= NEAR;
        }
        return isNear
                || part.lookingAt() && one.pointer().startsWith(part.group())
                || one.message().contains(place) && !place.isEmpty();
    }

    @Test
    void a_byte_more_or_less_counts_too() {
        byte[] file = History.small().signedBy(KEY);
        List<Integer> missed = new ArrayList<>();
        for (int at = 0; at <= file.length; at++) {
            byte[] more = new byte[file.length + 1];
            System.arraycopy(file, 0, more, 0, at);
            more[at] = ' ';
            System.arraycopy(file, at, more, at + 1, file.length - at);
            if (holds(more) || at < file.length && holds(without(file, at))) {
                missed.add(at);
            }
        }
        assertThat(missed).isEmpty();
    }

    private static byte[] without(byte[] file, int at) {
        byte[] less = Arrays.copyOf(file, file.length - 1);
        System.arraycopy(file, at + 1, less, at, file.length - at - 1);
        return less;
    }

    @Test
    void the_same_json_written_otherwise_is_another_file() {
        String file = new String(History.rich().signedBy(KEY), StandardCharsets.UTF_8);
        assertThat(file).contains("zoë");

        for (String other : List.of(
                file + "\n",
                file.replace("\":", "\": "),
                file.replace("zoë", "zo\\u00eb"),
                file.replace("\"number\":\"12\"", "\"number\":12"),
                file.replace("\"earned\":\"8.25\"", "\"earned\":\"8.250\""),
                file.replace(",\"met\":null", ""),
                file.replace("{\"certificate\":", "{\"certificate\":{},\"certificate\":"))) {
            assertThat(other).isNotEqualTo(file);
            assertThat(holds(other.getBytes(StandardCharsets.UTF_8))).as(other).isFalse();
        }
        assertThat(holds(file.getBytes(StandardCharsets.UTF_16))).isFalse();
        assertThat(holds(file.getBytes(StandardCharsets.ISO_8859_1))).isFalse();
    }

    /** Every value and every name, each changed to another that might stand there, in a file that is canonical again. */
    @Test
    void every_field_counts() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode file = mapper.readTree(History.rich().signedBy(KEY));
        List<String> missed = new ArrayList<>();
        int changes = 0;
        for (JsonPointer pointer : pointers(file, JsonPointer.empty(), new ArrayList<>())) {
            for (Consumer<ContainerNode<?>> change : changes(file.at(pointer), pointer)) {
                JsonNode changed = file.deepCopy();
                change.accept((ContainerNode<?>) changed.at(pointer.head()));
                if (holds(CanonicalJson.tree(changed))) {
                    missed.add(pointer.toString());
                }
                changes++;
            }
        }
        assertThat(missed).isEmpty();
        assertThat(changes).isGreaterThan(1000);
    }

    private static List<JsonPointer> pointers(JsonNode node, JsonPointer at, List<JsonPointer> into) {
        if (!at.matches()) {
            into.add(at);
        }
        node.properties().forEach(member -> pointers(member.getValue(), at.appendProperty(member.getKey()), into));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            pointers(node.get(i), at.appendIndex(i), into);
        }
        return into;
    }

    private static List<Consumer<ContainerNode<?>>> changes(JsonNode value, JsonPointer pointer) {
        List<JsonNode> others = new ArrayList<>(List.of(value.isNull() ? TextNode.valueOf("1") : NullNode.instance));
        if (value.isBoolean()) {
            others.add(BooleanNode.valueOf(!value.booleanValue()));
        }
        if (value.isTextual()) {
            others.add(TextNode.valueOf(
                    new StringBuilder(value.textValue()).reverse().append('1').toString()));
        }
        List<Consumer<ContainerNode<?>>> changes = new ArrayList<>();
        others.forEach(other -> changes.add(parent -> set(parent, pointer, other)));
        changes.add(parent -> remove(parent, pointer));
        changes.add(parent -> add(parent, value));
        return changes;
    }

    private static void set(ContainerNode<?> parent, JsonPointer pointer, JsonNode value) {
        if (parent instanceof ArrayNode list) {
            list.set(pointer.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) parent).set(pointer.last().getMatchingProperty(), value);
        }
    }

    private static void remove(ContainerNode<?> parent, JsonPointer pointer) {
        if (parent instanceof ArrayNode list) {
            list.remove(pointer.last().getMatchingIndex());
        } else {
            ((ObjectNode) parent).remove(pointer.last().getMatchingProperty());
        }
    }

    private static void add(ContainerNode<?> parent, JsonNode value) {
        if (parent instanceof ArrayNode list) {
            list.add(value);
        } else {
            ((ObjectNode) parent).set("more", value);
        }
    }

    private static boolean holds(byte[] file) {
        return Verification.of(file, KEYS).discrepancies().isEmpty();
    }
}
