package dev.plumbline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The realm that Keycloak imports gives tokens as the services want them. */
class RealmTest {
    private static final JsonNode REALM =
            Chart.yaml(Compose.inProject("keycloak", "/opt/keycloak/data/import/plumbline-realm.json"));

    /** The table's other words for who may call: nobody in particular, a candidate's session, anybody with a role. */
    private static final Set<String> NO_ROLES = Set.of("public", "session", "*");

    /** The number of the table's column with the roles, from 0. */
    private static final int ROLES = 3;

    private static Set<String> roles() {
        return Project.read(Project.root().resolve("docs/access-table.csv"))
                .lines()
                .skip(1)
                .flatMap(line -> Stream.of(line.split(",", -1)[ROLES].split("\\|")))
                .filter(role -> !NO_ROLES.contains(role))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The one of these whose field has this value. */
    private static JsonNode one(String all, String field, String value) {
        return one(REALM.path(all), field, value);
    }

    private static JsonNode one(JsonNode all, String field, String value) {
        return Manifest.each(all)
                .filter(one -> one.path(field).asText().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is none with the %s %s".formatted(field, value)));
    }

    private static Stream<String> names(String all, String field) {
        return Manifest.each(REALM.path(all)).map(one -> one.path(field).asText());
    }

    @Test
    void every_role_of_the_access_table_is_a_group_with_a_user_of_that_name() {
        assertThat(names("groups", "name")).containsExactlyInAnyOrderElementsOf(roles());
        assertThat(roles())
                .hasSize(7)
                .allSatisfy(role -> assertThat(
                                Manifest.texts(one("users", "username", role).path("groups")))
                        .containsExactly("/" + role));
    }

    @Test
    void the_people_are_those_of_the_local_platform() {
        String source = Project.read(Project.root()
                .resolve("deploy/local/launcher/src/main/java/dev/plumbline/local/issuer/DemoUsers.java"));
        Set<String> local = Pattern.compile("\"([a-z]+(-[a-z0-9]+)*)\"")
                .matcher(source)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        assertThat(people().map(user -> user.path("username").asText())).containsExactlyInAnyOrderElementsOf(local);
    }

    private static Stream<JsonNode> people() {
        return Manifest.each(REALM.path("users")).filter(user -> !user.has("serviceAccountClientId"));
    }

    @Test
    void who_signs_in_has_nothing_to_fill_in_before() {
        assertThat(people()).allSatisfy(user -> {
            assertThat(user.path("enabled").asBoolean()).isTrue();
            assertThat(user.path("emailVerified").asBoolean()).isTrue();
            assertThat(Stream.of("email", "firstName", "lastName")).allMatch(user::has);
            assertThat(user.at("/credentials/0/value")).isEqualTo(user.path("username"));
            assertThat(user.at("/credentials/0/temporary").asBoolean(true)).isFalse();
            // The id becomes `sub`, which is the person everywhere in Plumbline.
            assertThat(user.path("id")).isEqualTo(user.path("username"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"plumbline", "integration"})
    void tokens_have_roles_audience_and_subject_where_the_services_look_for_them(String name) {
        JsonNode client = one("clients", "clientId", name);
        JsonNode mappers = client.path("protocolMappers");
        JsonNode groups =
                one(mappers, "protocolMapper", "oidc-group-membership-mapper").path("config");
        assertThat(groups.path("claim.name").asText())
                .isEqualTo(Service.shared().getProperty("quarkus.oidc.roles.role-claim-path"));
        assertThat(groups.path("full.path").asText()).isEqualTo("false");
        assertThat(groups.path("access.token.claim").asText()).isEqualTo("true");
        JsonNode audience =
                one(mappers, "protocolMapper", "oidc-audience-mapper").path("config");
        assertThat(audience.path("included.custom.audience").asText())
                .isEqualTo(Service.shared().getProperty("quarkus.oidc.token.audience"));
        assertThat(audience.path("access.token.claim").asText()).isEqualTo("true");
        // Keycloak's scope that brings `sub`.
        assertThat(Manifest.texts(client.path("defaultClientScopes"))).contains("basic");
    }

    @Test
    void people_come_through_the_public_client_and_the_integration_in_its_own_name() {
        assertThat(names("clients", "clientId")).containsExactly("plumbline", "integration");
        JsonNode people = one("clients", "clientId", "plumbline");
        assertThat(people.path("publicClient").asBoolean()).isTrue();
        assertThat(people.path("directAccessGrantsEnabled").asBoolean()).isTrue();
        JsonNode integration = one("clients", "clientId", "integration");
        assertThat(integration.path("publicClient").asBoolean(true)).isFalse();
        assertThat(integration.path("directAccessGrantsEnabled").asBoolean(true))
                .isFalse();
        assertThat(integration.path("serviceAccountsEnabled").asBoolean()).isTrue();
        assertThat(Manifest.texts(
                        one("users", "serviceAccountClientId", "integration").path("groups")))
                .containsExactly("/integration");
    }

    @Test
    void services_ask_for_keys_where_the_realm_is() {
        String realm = REALM.path("realm").asText();
        assertThat(Compose.environment(Service.JOB.title()))
                .containsEntry("QUARKUS_OIDC_AUTH_SERVER_URL", "http://keycloak:8080/realms/" + realm);
        assertThat(Compose.environment("keycloak"))
                .containsEntry("KC_HOSTNAME", "http://localhost:8080")
                .containsEntry("KC_HOSTNAME_BACKCHANNEL_DYNAMIC", "true");
    }
}
