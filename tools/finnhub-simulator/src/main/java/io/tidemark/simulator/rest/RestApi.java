package io.tidemark.simulator.rest;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.tidemark.simulator.fault.FaultBoard;
import io.tidemark.simulator.fault.FaultKind;
import io.tidemark.simulator.fault.FaultPlan;
import io.tidemark.simulator.http.HttpReplies;
import io.tidemark.simulator.truth.GroundTruth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The REST API as a client meets it: keys, rate limits, and faults before the answer. */
public final class RestApi {

    private static final String TOKEN_HEADER = "X-Finnhub-Token";

    private final RestQueries queries;
    private final Predicate<String> keys;
    private final RateLimits limits;
    private final FaultBoard faults;
    private final GroundTruth truth;

    /**
     * The API.
     *
     * @param queries the true answers
     * @param keys which API keys are good
     * @param limits how often they may call
     * @param faults what goes wrong
     * @param truth counts what went wrong
     */
    public RestApi(
            RestQueries queries, Predicate<String> keys, RateLimits limits, FaultBoard faults, GroundTruth truth) {
        this.queries = queries;
        this.keys = keys;
        this.limits = limits;
        this.faults = faults;
        this.truth = truth;
    }

    /** Answers a request, now or later. */
    public void handle(ChannelHandlerContext context, FullHttpRequest request, QueryStringDecoder target) {
        RestAnswer answer = answer(request, target);
        FaultPlan.Rest fault = faults.plan().rest();
        if (fault == null || !faults.strikes(FaultKind.REST)) {
            HttpReplies.send(context, request, response(answer));
            return;
        }
        truth.injected(FaultKind.REST.key());
        FullHttpResponse spoiled = response(spoil(answer, fault));
        var late = context.executor()
                .schedule(() -> HttpReplies.send(context, request, spoiled), fault.delayMs(), TimeUnit.MILLISECONDS);
        context.channel().closeFuture().addListener(closed -> late.cancel(false));
    }

    private static RestAnswer spoil(RestAnswer answer, FaultPlan.Rest fault) {
        RestAnswer base = answer;
        if (fault.status() == 429) {
            base = RestAnswer.error(429, "API limit reached. Please try again later.");
        } else if (fault.status() != 0) {
            base = RestAnswer.error(fault.status(), "Simulated failure");
        }
        Map<String, String> headers = new HashMap<>(answer.headers());
        if (fault.retryAfterSeconds() > 0) {
            headers.put("Retry-After", Integer.toString(fault.retryAfterSeconds()));
        }
        return new RestAnswer(base.status(), " ".repeat(fault.bodyBytes()) + base.body(), headers);
    }

    private RestAnswer answer(FullHttpRequest request, QueryStringDecoder query) {
        String key = request.headers().get(TOKEN_HEADER);
        if (key == null) {
            key = query.parameters().getOrDefault("token", List.of("")).get(0);
        }
        if (!request.method().equals(HttpMethod.GET)) {
            return RestAnswer.error(405, "Method not allowed");
        }
        if (key.isEmpty()) {
            return RestAnswer.error(401, "Please use an API key.");
        }
        if (!keys.test(key)) {
            return RestAnswer.error(401, "Invalid API key");
        }
        RateLimits.Verdict verdict = limits.call(key);
        RestAnswer answer = verdict.allowed()
                ? queries.answer(query)
                : RestAnswer.error(429, "API limit reached. Please try again later. Remaining Limit: 0");
        return answer.with(Map.of(
                "X-Ratelimit-Limit", Integer.toString(verdict.limit()),
                "X-Ratelimit-Remaining", Integer.toString(verdict.remaining()),
                "X-Ratelimit-Reset", Long.toString(verdict.resetsAt())));
    }

    private static FullHttpResponse response(RestAnswer answer) {
        FullHttpResponse response = HttpReplies.json(answer.status(), answer.body());
        answer.headers().forEach(response.headers()::set);
        return response;
    }
}
