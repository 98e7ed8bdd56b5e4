package io.tidemark.dashboard.news.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.dashboard.feed.FeedStatus;
import io.tidemark.dashboard.news.Alert;
import io.tidemark.dashboard.news.NewsBoard;
import io.tidemark.dashboard.news.NewsSnapshot;
import io.tidemark.dashboard.preferences.Kept;
import io.tidemark.dashboard.preferences.Preferences;
import io.tidemark.dashboard.preferences.Silence;
import io.tidemark.dashboard.widget.Moments;
import io.tidemark.dashboard.widget.Toasts;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertToastsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T15:30:00Z");

    private final Toasts toasts = new Toasts("New alerts");
    private final AlertToasts alerts = new AlertToasts(toasts, InstantSource.fixed(NOW), silence -> {});
    private final List<Alert> board = new ArrayList<>();

    private void occurs(String id, Instant at) {
        board.addFirst(new Alert(id, "news-burst", Alert.Severity.WARNING, "IBM", at, "12 stories"));
    }

    private void show(FeedStatus status, Silence silence) {
        NewsSnapshot snapshot = new NewsSnapshot(status, List.of(), new NewsBoard(board, List.of(), List.of()));
        alerts.show(
                snapshot,
                new Kept(Preferences.USUAL.withAlerts(silence), Kept.State.KEPT),
                Moments.in(ZoneOffset.UTC, NOW));
    }

    private void show() {
        show(FeedStatus.Current.INSTANCE, Silence.NONE);
    }

    @Test
    void what_was_there_when_the_page_opened_does_not_pop_up_and_what_comes_does_once() {
        occurs("old", NOW.minusSeconds(60));
        show();
        assertThat(toasts.shown()).isZero();

        occurs("new", NOW);
        show();
        show();

        assertThat(toasts.shown()).isEqualTo(1);
    }

    @Test
    void an_alert_of_the_same_instant_that_is_written_later_is_new_and_an_older_one_is_not() {
        occurs("a", NOW);
        show();

        occurs("b", NOW);
        occurs("late", NOW.minusSeconds(1));
        show();

        assertThat(toasts.shown()).isEqualTo(1);
    }

    @Test
    void a_page_that_opens_while_the_database_is_away_waits_for_what_is_there() {
        show(FeedStatus.Starting.INSTANCE, Silence.NONE);
        occurs("old", NOW);
        show();

        assertThat(toasts.shown()).isZero();
    }

    @Test
    void what_comes_before_the_settings_are_known_waits_for_them() {
        NewsSnapshot empty = new NewsSnapshot(FeedStatus.Current.INSTANCE, List.of(), NewsBoard.EMPTY);
        alerts.show(empty, Kept.UNKNOWN, Moments.in(ZoneOffset.UTC, NOW));
        occurs("new", NOW);
        NewsSnapshot one =
                new NewsSnapshot(FeedStatus.Current.INSTANCE, List.of(), new NewsBoard(board, List.of(), List.of()));
        alerts.show(one, Kept.UNKNOWN, Moments.in(ZoneOffset.UTC, NOW));
        assertThat(toasts.shown()).isZero();

        show();

        assertThat(toasts.shown()).isEqualTo(1);
    }

    @Test
    void a_few_pop_up_and_the_others_are_a_number() {
        show();
        for (int i = 0; i < 7; i++) {
            occurs("alert " + i, NOW);
        }
        show();

        assertThat(toasts.shown()).isEqualTo(3);
        assertThat(toasts.left()).isEqualTo(4);
        toasts.clear();
        assertThat(toasts.shown()).isZero();
        assertThat(toasts.left()).isZero();
    }

    @Test
    void what_came_in_silence_does_not_pop_up_when_that_is_over() {
        show();
        occurs("unheard", NOW);
        show(FeedStatus.Current.INSTANCE, Silence.FOR_GOOD);
        show(FeedStatus.Current.INSTANCE, new Silence(NOW.minusSeconds(1)));
        assertThat(toasts.shown()).isZero();

        occurs("heard", NOW);
        show(FeedStatus.Current.INSTANCE, new Silence(NOW.minusSeconds(1)));
        assertThat(toasts.shown()).isEqualTo(1);
    }
}
