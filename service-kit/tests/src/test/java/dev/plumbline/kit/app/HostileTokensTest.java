package dev.plumbline.kit.app;

import dev.plumbline.kit.testing.HostileTokens;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class HostileTokensTest {
    @TestFactory
    Stream<DynamicTest> refuses_hostile_tokens() {
        return Stream.of(
                HostileTokens.refusedForRole("POST /v1/things", "maker"),
                HostileTokens.refusedForHolders("GET /v1/held"));
    }
}
