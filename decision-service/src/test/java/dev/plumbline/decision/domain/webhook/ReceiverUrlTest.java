package dev.plumbline.decision.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ats.example.com", "https://ats.example.com/hooks?tenant=4&key=a%20b",
                        "HTTPS://ats.example.com:8443/",
                "https://8.8.8.8/hook", "https://[2606:4700:4700::1111]:443/", "https://localhost.example.com/"
            })
    void takes(String url) {
        assertThat(ReceiverUrl.faults(url, false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                http://ats.example.com/hook             | https://
                ftp://ats.example.com/hook              | https://
                //ats.example.com/hook                  | https://
                ats.example.com                         | https://
                mailto:ats@example.com                  | host
                https:///hook                           | host
                https://                                | URL
                https://exa mple.com/                   | URL
                https://ats.example.com/%zz             | URL
                https://user@ats.example.com/           | no user
                https://user:secret@ats.example.com/    | no user
                https://@ats.example.com/               | no user
                https://ats.example.com/#top            | no fragment
                https://ats.example.com/#               | no fragment
                https://ats.example.com:0/              | port
                https://ats.example.com:65536/          | port
                https://ats.example.com:99999999999/    | host
                https://localhost/                      | public
                https://LOCALHOST./                     | public
                https://api.localhost:9000/             | public
                https://127.0.0.1/                      | public
                https://169.254.169.254/latest          | public
                https://[::1]/                          | public
                https://[::ffff:10.0.0.1]/              | public
                https://[fd00:ec2::254]/                | public
                https://2130706433/                     | host
                https://0x7f.1/                         | host
                https://127.1/                          | host
                https://bücher.example/                 | xn--
                https://ats.example.com/bücher          | percent-encoded
                https://ats.example.com/?q=ü            | percent-encoded
                https://[fe80::1%25eth0]/               | zone
                https://[fe80::1%eth0]/                 | zone
                https://[2606:4700:4700::1111%251]/     | zone
                """)
    void refuses(String url, String because) {
        assertThat(ReceiverUrl.faults(url, false)).anyMatch(fault -> fault.contains(because));
    }

    @Test
    void names_every_fault() {
        assertThat(ReceiverUrl.faults("http://me@localhost:0/#x", false)).hasSize(4);
        assertThat(ReceiverUrl.faults("https://ats.example.com/" + "a".repeat(2000), false))
                .hasSize(1);
    }

    @Test
    void takes_one_s_own_machine_where_that_is_allowed() {
        assertThat(ReceiverUrl.faults("http://localhost:9000/hook", true)).isEmpty();
        assertThat(ReceiverUrl.faults("http://[::1]:9000/hook", true)).isEmpty();
        assertThat(ReceiverUrl.faults("ftp://localhost/hook", true)).hasSize(1);
        assertThat(ReceiverUrl.faults("http://me@localhost/#x", true)).hasSize(2);
    }
}
