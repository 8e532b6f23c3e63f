package dev.plumbline.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {
    private static final int SHORT_MILLIS = 100;

    private ServerSocket server;
    private TcpProxy proxy;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::echo);
        proxy = TcpProxy.listen();
        proxy.leadTo(server.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        server.close();
    }

    private void echo() {
        try {
            while (true) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> {
                    try (socket) {
                        socket.getInputStream().transferTo(socket.getOutputStream());
                    } catch (IOException e) {
                        // The other side is gone.
                        Thread.currentThread().interrupt();
                    }
                });
            }
        } catch (IOException e) {
            // Closed.
            Thread.currentThread().interrupt();
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(SHORT_MILLIS);
        return socket;
    }

    private static int answer(Socket socket, int sent) throws IOException {
        socket.getOutputStream().write(sent);
        return socket.getInputStream().read();
    }

    @Test
    void passes_both_ways_and_an_end_on() throws IOException {
        Socket socket = connect();
        assertThat(answer(socket, 7)).isEqualTo(7);
        socket.shutdownOutput();
        assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void a_cut_ends_what_there_is_and_takes_what_comes() throws IOException {
        Socket socket = connect();
        assertThat(answer(socket, 7)).isEqualTo(7);
        proxy.cut();
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> answer(socket, 8));
        assertThat(answer(connect(), 9)).isEqualTo(9);
    }

    @Test
    void who_is_refused_is_told_at_once_until_it_heals() throws IOException {
        Socket socket = connect();
        assertThat(answer(socket, 7)).isEqualTo(7);
        proxy.refuse();
        assertThatExceptionOfType(SocketException.class).isThrownBy(() -> answer(socket, 8));
        assertThatExceptionOfType(SocketException.class).isThrownBy(() -> answer(connect(), 9));
        proxy.heal();
        assertThat(answer(connect(), 10)).isEqualTo(10);
        assertThat(proxy.passing()).isEqualTo(1);
    }

    @Test
    void what_falls_into_a_black_hole_arrives_once_it_heals() throws IOException {
        Socket socket = connect();
        assertThat(answer(socket, 7)).isEqualTo(7);
        proxy.blackHole();
        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> answer(socket, 8));
        proxy.heal();
        socket.setSoTimeout(0);
        assertThat(socket.getInputStream().read()).isEqualTo(8);
    }

    @Test
    void a_forgotten_connection_leads_nowhere_and_nobody_is_told() throws IOException {
        Socket socket = connect();
        assertThat(answer(socket, 7)).isEqualTo(7);
        proxy.forget();
        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> answer(socket, 8));
        assertThat(answer(connect(), 9)).isEqualTo(9);
        assertThat(proxy.passing()).isEqualTo(1);
    }

    @Test
    void what_is_delayed_comes_later() throws IOException {
        proxy.delay(Duration.ofMillis(SHORT_MILLIS));
        Socket socket = connect();
        socket.setSoTimeout(0);
        long begin = System.nanoTime();
        assertThat(answer(socket, 7)).isEqualTo(7);
        // To the server and back.
        assertThat(System.nanoTime() - begin).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(2 * SHORT_MILLIS));
    }
}
