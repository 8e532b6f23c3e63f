package dev.plumbline.kit.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.kit.problem.ApiError;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemBody;
import dev.plumbline.kit.problem.ProblemMappers;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Answers with a problem where no resource is reached, and where the server's router would answer with a bare status. */
@ApplicationScoped
public class RouterProblems {
    private static final int NOT_FOUND = 404;
    private static final Duration LINGERS = Duration.ofSeconds(2);

    private final ObjectMapper mapper;

    RouterProblems(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    void register(@Observes Router router) {
        // Before Quarkus' own, which is the last one; no filter has run where the router itself refuses a target.
        router.route().failureHandler(this::answerBareStatus);
    }

    private void answerBareStatus(RoutingContext call) {
        if (call.statusCode() == NOT_FOUND) {
            answer(call, new KitError.NoSuchRoute());
        } else {
            call.next();
        }
    }

    /**
     * Answers with the error, and takes nothing more from this connection. What is still on its way is thrown away for a
     * moment before the connection ends: to end it at once would make the system say so to a client that is writing, which
     * then never reads the answer (RFC 9112, 9.6).
     */
    void answerAndClose(RoutingContext call, ApiError error) {
        HttpServerRequest request = call.request();
        HttpConnection connection = request.connection();
        call.response().putHeader(HttpHeaders.CONNECTION, "close").endHandler(ended -> {
            if (request.isEnded()) {
                connection.close();
                return;
            }
            long timer = call.vertx().setTimer(LINGERS.toMillis(), late -> connection.close());
            request.exceptionHandler(broken -> call.vertx().cancelTimer(timer))
                    .endHandler(all -> {
                        call.vertx().cancelTimer(timer);
                        connection.close();
                    })
                    .handler(thrownAway -> {})
                    .resume();
        });
        answer(call, error);
    }

    private void answer(RoutingContext call, ApiError error) {
        HttpServerResponse response = call.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        AnswerHeaders.addTo(call);
        response.setStatusCode(error.problem().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemMappers.PROBLEM_JSON)
                .end(body(error));
    }

    private Buffer body(ApiError error) {
        try {
            return Buffer.buffer(mapper.writeValueAsBytes(ProblemBody.of(error)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem cannot be written as JSON", e);
        }
    }
}
