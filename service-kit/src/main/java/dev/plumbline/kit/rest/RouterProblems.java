package dev.plumbline.kit.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.kit.problem.ApiError;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemBody;
import dev.plumbline.kit.problem.ProblemMappers;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Answers with a problem where no resource is reached, and where the server's router would answer with a bare status. */
@ApplicationScoped
public class RouterProblems {
    private static final int NOT_FOUND = 404;

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

    /** Answers with the error, and reads nothing more from this connection. */
    void answerAndClose(RoutingContext call, ApiError error) {
        call.response()
                .putHeader(HttpHeaders.CONNECTION, "close")
                .endHandler(ended -> call.request().connection().close());
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
