package io.tidemark.simulator.admin;

import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.tidemark.simulator.server.HttpReplies;
import io.tidemark.simulator.truth.GroundTruth;
import io.tidemark.simulator.truth.TruthDocuments;
import io.tidemark.simulator.truth.TruthReport;
import java.util.function.Supplier;

/** The admin API: {@code /admin/health}, {@code /admin/truth}, {@code /admin/truth.csv}, {@code /admin/start}. */
public final class AdminApi {

    private final TruthDocuments documents;
    private final Supplier<TruthReport> report;
    private final GroundTruth truth;
    private final Runnable start;

    /**
     * The API over one simulator.
     *
     * @param documents writes the truth
     * @param report the state at this moment
     * @param truth the minutes
     * @param start lets the recording begin
     */
    public AdminApi(TruthDocuments documents, Supplier<TruthReport> report, GroundTruth truth, Runnable start) {
        this.documents = documents;
        this.report = report;
        this.truth = truth;
        this.start = start;
    }

    FullHttpResponse answer(FullHttpRequest request) {
        String path = new QueryStringDecoder(request.uri()).path();
        return switch (request.method().name() + " " + path) {
            case "GET /admin/health" -> health();
            case "GET /admin/truth" -> HttpReplies.json(200, documents.json(report.get()));
            case "GET /admin/truth.csv" -> HttpReplies.of(200, "text/csv", TruthDocuments.csv(truth.minutes()));
            case "POST /admin/start" -> {
                start.run();
                yield HttpReplies.json(200, "{\"started\":true}");
            }
            default -> HttpReplies.json(404, "{\"error\":\"no such admin request\"}");
        };
    }

    private FullHttpResponse health() {
        boolean failed = report.get().failure().isPresent();
        return failed
                ? HttpReplies.json(503, "{\"status\":\"DOWN\",\"reason\":\"the playback failed, see /admin/truth\"}")
                : HttpReplies.json(200, "{\"status\":\"UP\"}");
    }
}
