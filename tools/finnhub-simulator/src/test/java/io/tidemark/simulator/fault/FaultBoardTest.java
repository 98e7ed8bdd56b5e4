package io.tidemark.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FaultBoardTest {

    private final FaultDocuments documents = new FaultDocuments();

    private FaultBoard board(String faults) {
        FaultBoard board = new FaultBoard(9);
        board.put(documents.merge(FaultPlan.NONE, faults.replace('\'', '"')));
        return board;
    }

    private static List<Boolean> strikes(FaultBoard board, FaultKind kind) {
        return IntStream.range(0, 1_000).mapToObj(i -> board.strikes(kind)).toList();
    }

    @Test
    void a_seed_decides_when_a_fault_strikes_whatever_else_is_on() {
        List<Boolean> alone = strikes(board("{'empty': {'probability': 0.3}}"), FaultKind.EMPTY);
        FaultBoard both = board("{'empty': {'probability': 0.3}, 'huge': {'probability': 0.5}}");
        strikes(both, FaultKind.HUGE);

        assertThat(strikes(both, FaultKind.EMPTY)).isEqualTo(alone);
        assertThat(alone.stream().filter(struck -> struck)).hasSizeBetween(250, 350);
    }

    @Test
    void a_count_ends_a_fault_and_a_new_order_begins_anew() {
        FaultBoard board = board("{'empty': {'count': 3}}");
        assertThat(strikes(board, FaultKind.EMPTY).stream().filter(struck -> struck))
                .hasSize(3);

        board.put(documents.merge(board.plan(), "{\"late\": {}}"));
        assertThat(board.strikes(FaultKind.EMPTY)).isFalse();
        board.put(documents.merge(board.plan(), "{\"empty\": {\"count\": 1}}"));
        assertThat(board.strikes(FaultKind.EMPTY)).isTrue();
    }

    @Test
    void nothing_strikes_without_a_plan() {
        assertThat(strikes(new FaultBoard(1), FaultKind.REST)).containsOnly(false);
    }
}
