package io.tidemark.dashboard.page;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import io.tidemark.dashboard.feed.FeedStatus;
import io.tidemark.dashboard.market.BatchRun;
import io.tidemark.dashboard.market.MarketSnapshot;
import io.tidemark.dashboard.widget.Moments;
import io.tidemark.dashboard.widget.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The batch layer's latest runs, newest first. A row stays the same element, so that a new run costs one row. */
final class RunsPanel extends Section {
    private final UnorderedList list = new UnorderedList();
    private final Paragraph none = new Paragraph(Texts.of("runs.none"));
    private final Map<Long, RunRow> rows = new HashMap<>();

    RunsPanel() {
        addClassNames("panel", "runs");
        setId("runs");
        H2 title = new H2(Texts.of("runs.title"));
        title.addClassName("panel-title");
        list.getElement().setAttribute("tabindex", "0").setAttribute("aria-label", Texts.of("runs.list"));
        add(title, none, list);
    }

    void show(MarketSnapshot snapshot, Moments moments) {
        List<BatchRun> runs = snapshot.overview().runs();
        // That there is no run can be said only of a database that answers.
        none.setVisible(runs.isEmpty() && snapshot.status() instanceof FeedStatus.Current);
        list.setVisible(!runs.isEmpty());
        forgetAllBut(runs.stream().map(BatchRun::id).collect(Collectors.toSet()));
        for (int i = 0; i < runs.size(); i++) {
            BatchRun run = runs.get(i);
            RunRow row = rows.get(run.id());
            if (row == null) {
                row = new RunRow();
                rows.put(run.id(), row);
                list.addComponentAtIndex(i, row);
            }
            row.show(run, moments);
        }
    }

    private void forgetAllBut(Set<Long> ids) {
        rows.entrySet().removeIf(known -> {
            boolean gone = !ids.contains(known.getKey());
            if (gone) {
                list.remove(known.getValue());
            }
            return gone;
        });
    }
}
