package io.tidemark.simulator.admin;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.tidemark.simulator.http.HangUp;
import io.tidemark.simulator.http.HttpReplies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the requests of one connection to the admin port to the API. */
public final class AdminPort extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final Logger LOG = LoggerFactory.getLogger(AdminPort.class);

    private final AdminApi api;

    public AdminPort(AdminApi api) {
        this.api = api;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        FullHttpResponse answer;
        try {
            answer = api.answer(request);
        } catch (RuntimeException e) {
            LOG.error("admin request {} {} failed", request.method(), request.uri(), e);
            answer = HttpReplies.json(500, "{\"error\":\"the simulator failed, see its log\"}");
        }
        HttpReplies.send(context, request, answer);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        HangUp.because(context, "admin connection", cause);
    }
}
