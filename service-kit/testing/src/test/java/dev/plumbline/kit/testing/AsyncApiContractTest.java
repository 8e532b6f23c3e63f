package dev.plumbline.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsyncApiContractTest {
    private static final String DOCUMENT = """
            asyncapi: 3.0.0
            info: {title: Widget service, version: 1.0.0}
            defaultContentType: application/json
            channels:
              widgets:
                address: plumbline.widgets.v1
                messages:
                  made: {$ref: '#/components/messages/made'}
            operations:
              publishWidgets:
                action: send
                channel: {$ref: '#/channels/widgets'}
            components:
              messageTraits:
                cloudEvent:
                  headers:
                    type: object
                    properties:
                      ce_specversion: {const: '1.0'}
                      ce_id: {type: string}
                      ce_source: {type: string}
                      ce_type: {type: string}
                      ce_subject: {type: string}
                      ce_time: {type: string, format: date-time}
                      ce_traceparent: {type: string}
                      traceparent: {type: string}
              messages:
                made:
                  name: dev.plumbline.widget.made.v1
                  traits:
                    - $ref: '#/components/messageTraits/cloudEvent'
                  payload:
                    schemaFormat: application/schema+json;version=draft-07
                    schema: {$ref: './src/main/resources/contracts/dev.plumbline.widget.made.v1.schema.json'}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void write() {
        ServiceFolder.inOrder(folder);
    }

    @Test
    void finds_nothing_wrong_with_a_document_in_order() {
        assertThat(faults(DOCUMENT)).isEmpty();
    }

    @Test
    void takes_a_payload_that_is_the_reference_itself() {
        assertThat(faults(DOCUMENT.replace("        schemaFormat: application/schema+json;version=draft-07\n", "")
                        .replace("      payload:\n        schema: {", "      payload: {")))
                .isEmpty();
    }

    @Test
    void finds_what_the_official_schema_forbids() {
        assertThat(faults(DOCUMENT.replace("action: send", "action: shout")))
                .anyMatch(fault -> fault.contains("/action"));
        assertThat(faults(DOCUMENT.replace("info: {title: Widget service, version: 1.0.0}", "info: {title: W}")))
                .anyMatch(fault -> fault.contains("version"));
        assertThat(faults(DOCUMENT.replace("asyncapi: 3.0.0", "asyncapi: 2.6.0")))
                .isNotEmpty();
    }

    @Test
    void finds_a_type_that_no_message_names() {
        assertThat(faults(DOCUMENT.replace("name: dev.plumbline.widget.made.v1", "name: something.else")))
                .containsExactly(
                        "dev.plumbline.widget.made.v1: is published, but no message of a channel or of components");
    }

    @Test
    void finds_a_type_that_nothing_sends() {
        assertThat(faults(DOCUMENT.replace("action: send", "action: receive")))
                .containsExactly("dev.plumbline.widget.made.v1: no operation with action send sends it");
    }

    @Test
    void finds_a_message_whose_schema_is_not_its_type_s_or_not_there() {
        assertThat(faults(DOCUMENT.replace(
                        "contracts/dev.plumbline.widget.made.v1", "contracts/dev.plumbline.widget.lost.v1")))
                .hasSize(2)
                .anyMatch(fault -> fault.contains("there is no such file"))
                .anyMatch(fault -> fault.contains("its payload is no $ref"));
    }

    @Test
    void finds_headers_that_are_not_named() {
        assertThat(faults(DOCUMENT.replace("          ce_subject: {type: string}\n", "")))
                .containsExactly("dev.plumbline.widget.made.v1: its headers do not name ce_subject");
    }

    @Test
    void finds_a_reference_within_the_document_that_leads_nowhere() {
        assertThat(faults(DOCUMENT.replace(
                        "{$ref: '#/components/messages/made'}", "{$ref: '#/components/messages/mode'}")))
                .anyMatch(fault -> fault.contains("leads nowhere"));
    }

    private List<String> faults(String document) {
        new ServiceFolder(folder).with("asyncapi.yaml", document);
        return new AsyncApiContract(folder).faults();
    }
}
