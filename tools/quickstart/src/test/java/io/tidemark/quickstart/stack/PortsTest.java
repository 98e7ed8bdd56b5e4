package io.tidemark.quickstart.stack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.quickstart.process.PartFailed;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void free_ports_are_free() throws Exception {
        Ports ports = Ports.free();
        assertThatCode(ports::requireFree).doesNotThrowAnyException();
    }

    @Test
    void every_taken_port_is_named_with_its_part() throws Exception {
        try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket second = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports free = Ports.free();
            var ports = new Ports(
                    first.getLocalPort(),
                    free.database(),
                    free.feed(),
                    free.feedAdmin(),
                    free.ingest(),
                    free.consumer(),
                    free.news(),
                    free.flink(),
                    free.flinkRpc(),
                    second.getLocalPort());
            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(PartFailed.class)
                    .hasMessageContaining(first.getLocalPort() + " (Kafka)")
                    .hasMessageContaining(second.getLocalPort() + " (dashboard)");
        }
    }
}
