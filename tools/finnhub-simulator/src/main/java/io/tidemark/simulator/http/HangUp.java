package io.tidemark.simulator.http;

import io.netty.channel.ChannelHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes connections that broke, and says so. */
public final class HangUp {

    private static final Logger LOG = LoggerFactory.getLogger(HangUp.class);

    private HangUp() {}

    /** Closes the connection; clients go away all the time, so this is no error of the simulator. */
    public static void because(ChannelHandlerContext context, String what, Throwable cause) {
        LOG.info("{} broke: {}", what, cause.toString());
        context.close().addListener(closed -> LOG.debug("{} closed", what));
    }
}
