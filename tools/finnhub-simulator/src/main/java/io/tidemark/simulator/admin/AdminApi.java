package io.tidemark.simulator.admin;

import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.tidemark.simulator.fault.FaultControl;
import io.tidemark.simulator.fault.FaultPlan;
import io.tidemark.simulator.http.HttpReplies;
import io.tidemark.simulator.truth.GroundTruth;
import io.tidemark.simulator.truth.TruthDocuments;
import io.tidemark.simulator.truth.TruthReport;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * The admin API: {@code /admin/health}, {@code /admin/truth}, {@code /admin/truth.csv}, {@code /admin/start} and
 * {@code /admin/faults}.
 */
public final class AdminApi {

    private final TruthDocuments documents;
    private final Supplier<TruthReport> report;
    private final GroundTruth truth;
    private final FaultControl faults;
    private final Runnable start;

    /**
     * The API over one simulator.
     *
     * @param documents writes the truth
     * @param report the state at this moment
     * @param truth the minutes
     * @param faults the switches
     * @param start lets the recording begin
     */
    public AdminApi(
            TruthDocuments documents,
            Supplier<TruthReport> report,
            GroundTruth truth,
            FaultControl faults,
            Runnable start) {
        this.documents = documents;
        this.report = report;
        this.truth = truth;
        this.faults = faults;
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
            case "GET /admin/faults" -> HttpReplies.json(200, faults.show());
            case "POST /admin/faults" -> changeFaults(request.content().toString(StandardCharsets.UTF_8));
            case "DELETE /admin/faults" -> {
                faults.put(FaultPlan.NONE);
                yield HttpReplies.json(200, faults.show());
            }
            default -> HttpReplies.json(404, documents.error("no such admin request: " + path));
        };
    }

    private FullHttpResponse changeFaults(String order) {
        try {
            faults.apply(order);
            return HttpReplies.json(200, faults.show());
        } catch (IllegalArgumentException e) {
            return HttpReplies.json(400, documents.error(String.valueOf(e.getMessage())));
        }
    }

    private FullHttpResponse health() {
        boolean failed = report.get().failure().isPresent();
        return failed
                ? HttpReplies.json(503, "{\"status\":\"DOWN\",\"reason\":\"the playback failed, see /admin/truth\"}")
                : HttpReplies.json(200, "{\"status\":\"UP\"}");
    }
}
