package dev.plumbline.kit.testing.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.kit.testing.AccessTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/**
 * Calls every operation of the running application with what its OpenAPI document allows and with what it does not, and
 * compares each answer with the document ({@link AnswerCheck}). The first call of an operation is a right one, and has to
 * succeed: so the others, which differ from it in one place or a few, get as far as they can. There are at least as many
 * as there are kinds of them, so that each kind comes.
 *
 * <p>The calls are made from a seed, the same ones in each build. More of them, and other ones: {@code
 * -Dplumbline.fuzz.cases=1000 -Dplumbline.fuzz.seed=7 -Dplumbline.rate-limit.enabled=false}. A failure names what repeats
 * it.
 */
public final class Fuzzing {
    private static final int CASES = Integer.getInteger("plumbline.fuzz.cases", 6);
    private static final long SEED = Long.getLong("plumbline.fuzz.seed", 20_260_131L);
    private static final int SHOWN = 5;

    private final ServedApi api = ServedApi.now();
    private final ApiDocument document = api.document();
    private final ApiClient client = new ApiClient();
    private final AnswerCheck check = api.check();
    private final Scenery scenery;

    private Fuzzing(Scenery scenery) {
        this.scenery = scenery;
    }

    /** One test for each operation. */
    public static Stream<DynamicTest> of(String service, Scenery scenery) {
        Fuzzing fuzzing = new Fuzzing(scenery);
        return AccessTable.callers(service).entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> fuzzing.run(fuzzing.document.operation(entry.getKey()), entry.getValue())));
    }

    private void run(ApiOperation operation, List<String> callers) {
        List<String> faults = new ArrayList<>();
        Map<String, Place> places = new HashMap<>();
        int cases = Math.max(CASES, 1 + FuzzedCalls.kinds(operation).size());
        for (int index = 0; index < cases && faults.size() < SHOWN; index++) {
            Random random = new Random(SEED * 31 + Objects.hash(operation.name(), index));
            String caller = caller(operation, callers, random);
            Place place = places.computeIfAbsent(caller, it -> scenery.own(operation.name(), it));
            FuzzedCalls calls = new FuzzedCalls(document, scenery, random);
            @Nullable String token = ApiClient.token(caller, place);
            ApiCall call =
                    index == 0 ? calls.valid(operation, place, token) : calls.bent(operation, place, token, index);
            ApiAnswer answer = client.send(operation, call);
            List<String> wrong = new ArrayList<>(check.faults(operation, answer));
            if (index == 0 && !answer.isSuccess()) {
                wrong.add("a right call is refused");
            }
            if (answer.status() == 429) {
                wrong.add("the calls are too many for the rate limit");
            }
            if (!wrong.isEmpty()) {
                faults.add("Case %d of seed %d, as %s: %s%n%s%n-> %s"
                        .formatted(index, SEED, caller, String.join("; ", wrong), call, answer));
            }
        }
        assertThat(faults)
                .as("%s, repeated by -Dplumbline.fuzz.seed=%d -Dplumbline.fuzz.cases=%d", operation.name(), SEED, cases)
                .isEmpty();
    }

    /** Everyone who may read; of those who may change things one, for whom they are put in place. */
    private static String caller(ApiOperation operation, List<String> callers, Random random) {
        if (callers.isEmpty()) {
            return "auditor";
        }
        int number = operation.reads() ? random.nextInt(callers.size()) : (int) Math.floorMod(SEED, callers.size());
        return callers.get(number);
    }
}
