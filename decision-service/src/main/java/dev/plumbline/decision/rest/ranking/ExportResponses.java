package dev.plumbline.decision.rest.ranking;

import dev.plumbline.decision.app.ranking.ExportRanking;
import dev.plumbline.decision.app.ranking.Rankings;
import dev.plumbline.decision.rest.Withheld;
import dev.plumbline.decision.rest.streaming.ClientGone;
import dev.plumbline.decision.rest.streaming.ClientOutput;
import dev.plumbline.decision.rest.streaming.ClientOutputs;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Answers with whole rankings. */
@ApplicationScoped
class ExportResponses {
    private static final Logger LOG = Logger.getLogger(ExportResponses.class);

    private final ExportRanking exportRanking;
    private final ClientOutputs clients;
    private final Duration patience;
    private final Duration longest;

    ExportResponses(
            ExportRanking exportRanking,
            ClientOutputs clients,
            @ConfigProperty(name = "plumbline.exports.patience", defaultValue = "30S") Duration patience,
            @ConfigProperty(name = "plumbline.exports.longest", defaultValue = "1H") Duration longest) {
        this.exportRanking = exportRanking;
        this.clients = clients;
        this.patience = patience;
        this.longest = longest;
    }

    /**
     * The answer; what the client reads is read from the database no sooner than it reads it.
     *
     * @param withheld how many of the job's decisions are left out because the caller owes them a rating
     */
    Response of(RankingQuery query, long withheld, ExportFormat format, HttpServerRequest request) {
        StreamingOutput body = out -> write(query, format, request, out);
        String name = "decisions-" + query.job() + "." + format.ending();
        return Response.ok(body)
                .type(format.mediaType())
                .header(Withheld.HEADER, withheld)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private void write(RankingQuery query, ExportFormat format, HttpServerRequest request, OutputStream out)
            throws IOException {
        ClientOutput client = clients.to(request, out, patience);
        try {
            exportRanking.export(
                    query.job(), query.filter(), query.reader(), new RankingExport(format, client, longest));
        } catch (ClientGone | Rankings.NotWanted e) {
            LOG.debugf("An export was broken off: the client is %s", e.getMessage());
            client.cutOff();
        } catch (RuntimeException e) {
            if (!client.isBegun()) {
                // Still an answer of its own.
                throw e;
            }
            LOG.errorf(e, "An export was broken off");
            client.cutOff();
        }
    }
}
