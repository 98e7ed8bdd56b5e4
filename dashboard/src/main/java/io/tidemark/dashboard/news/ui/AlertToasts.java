package io.tidemark.dashboard.news.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import io.tidemark.dashboard.feed.FeedStatus;
import io.tidemark.dashboard.news.Alert;
import io.tidemark.dashboard.news.NewsSnapshot;
import io.tidemark.dashboard.preferences.Kept;
import io.tidemark.dashboard.preferences.Silence;
import io.tidemark.dashboard.widget.Moments;
import io.tidemark.dashboard.widget.Texts;
import io.tidemark.dashboard.widget.Toasts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Has new alerts pop up: those that come after the page has first heard of alerts, and are not older than what it heard. */
public final class AlertToasts {
    private final Toasts toasts;
    private final InstantSource clock;
    private final Consumer<Silence> onSilence;
    private boolean begun;
    private Set<String> known = Set.of();
    private Instant from = Instant.MIN;

    /** Lets nothing pop up yet. */
    public AlertToasts(Toasts toasts, InstantSource clock, Consumer<Silence> onSilence) {
        this.toasts = toasts;
        this.clock = clock;
        this.onSilence = onSilence;
    }

    /**
     * Lets pop up what is new among the alerts. What comes while the reader wants silence does not pop up afterwards;
     * what comes before it is known whether there is silence waits for that.
     */
    public void show(NewsSnapshot snapshot, Kept kept, Moments moments) {
        if (!(snapshot.status() instanceof FeedStatus.Current)) {
            return;
        }
        List<Alert> alerts = snapshot.board().alerts();
        if (!begun) {
            begun = true;
            from = alerts.stream()
                    .map(Alert::occurredAt)
                    .max(Comparator.naturalOrder())
                    .orElse(Instant.MIN);
        } else if (kept.state() == Kept.State.READING) {
            return;
        } else if (!kept.preferences().alerts().holdsAt(clock.instant())) {
            alerts.reversed().stream().filter(this::isNew).forEach(alert -> show(alert, moments));
        }
        known = alerts.stream().map(Alert::id).collect(Collectors.toUnmodifiableSet());
    }

    private boolean isNew(Alert alert) {
        return !known.contains(alert.id()) && !alert.occurredAt().isBefore(from);
    }

    private void show(Alert alert, Moments moments) {
        Div silences = new Div(
                silence("hour", () -> Silence.forAnHour(clock.instant())), silence("good", () -> Silence.FOR_GOOD));
        silences.addClassName("toast-silences");
        Div content = new Div(AlertText.of(alert, moments));
        content.add(silences);
        content.addClassName("toast-content");
        toasts.show(alert.severity() == Alert.Severity.CRITICAL, AlertText.severity(alert), content);
    }

    private Button silence(String how, Supplier<Silence> silence) {
        Button button = new Button(Texts.of("toast.silent." + how), event -> {
            toasts.clear();
            onSilence.accept(silence.get());
        });
        button.addClassName("silence-" + how);
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return button;
    }
}
