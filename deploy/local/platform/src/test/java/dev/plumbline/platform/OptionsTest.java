package dev.plumbline.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    @Test
    void is_durable_on_free_ports_with_the_four_databases_unless_told_otherwise() {
        Options options = Options.parse("--data", "/somewhere");

        assertThat(options)
                .isEqualTo(new Options(
                        Path.of("/somewhere"),
                        false,
                        false,
                        0,
                        0,
                        List.of("job", "assessment", "interview", "decision"),
                        true,
                        null,
                        null,
                        null));
        assertThat(Options.Server.values()).allMatch(options::wants);
    }

    @Test
    void takes_every_option() {
        Options options = Options.parse(
                ("--temporary --fresh --postgres-port 5432 --kafka-port 9092 --databases a,b_2 --fsync off"
                                + " --only kafka --programs /programs --kafka-detour 9093:9094")
                        .split(" "));

        assertThat(options)
                .isEqualTo(new Options(
                        null,
                        true,
                        true,
                        5432,
                        9092,
                        List.of("a", "b_2"),
                        false,
                        Options.Server.KAFKA,
                        Path.of("/programs"),
                        new Options.Detour(9093, 9094)));
        assertThat(options.wants(Options.Server.KAFKA)).isTrue();
        assertThat(options.wants(Options.Server.POSTGRES)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --fsync on                               | One of --data DIR and --temporary is needed
                    --temporary --colour red                 | Unknown option --colour
                    --temporary extra                        | Unknown option extra
                    --temporary --data                       | Option --data needs a value
                    --temporary --kafka-port 65536           | needs a port from 0 to 65535, not '65536'
                    --temporary --kafka-port -1              | needs a port from 0 to 65535, not '-1'
                    --temporary --fresh --postgres-port http         | needs a port from 0 to 65535, not 'http'
                    --temporary --fsync maybe                | is on or off, not 'maybe'
                    --temporary --only mysql                 | is postgres or kafka, not 'mysql'
                    --temporary --kafka-detour 9093          | needs two ports, as in 9093:9094, not '9093'
                    --temporary --databases postgres         | A database cannot be named 'postgres'
                    --temporary --databases job,             | A database cannot be named ''
                    --temporary --databases x';DROP          | A database cannot be named 'x';DROP'
                    """)
    void refuses_what_it_does_not_know(String line, String sentence) {
        assertThatThrownBy(() -> Options.parse(line.split(" ")))
                .isInstanceOf(PlatformFailure.class)
                .hasMessageContaining(sentence);
    }
}
