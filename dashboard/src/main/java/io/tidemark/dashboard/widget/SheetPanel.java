package io.tidemark.dashboard.widget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A sheet with its title and age, to be taken away as CSV; where it has a figure, that stands in the table's place until the
 * reader wants the table, and can be taken away as PNG.
 */
public final class SheetPanel extends Section {
    private final String id;
    private final DataAge age;
    private final Div tools = new Div();
    private final Div body = new Div();
    private final Span note = new Span();
    private final Paragraph message = new Paragraph();
    private final SheetGrid grid;
    private final Button asTable;
    private final Button png;
    private final Anchor csv;
    private final @Nullable Figure figure;
    private volatile Sheet sheet = new Sheet("empty", List.of(), List.of());
    private boolean tableShown;

    /** Makes a panel that has a table only. */
    public SheetPanel(String id, InstantSource clock) {
        this(id, clock, null, shown -> {});
    }

    /**
     * Makes a panel that has a figure as well.
     *
     * @param id also names its texts, {@code <id>.title} and {@code <id>.help}
     * @param onTable is told whether the reader wants the table
     */
    public SheetPanel(String id, InstantSource clock, @Nullable Figure figure, Consumer<Boolean> onTable) {
        this.id = id;
        this.figure = figure;
        String title = Texts.of(id + ".title");
        setId(id);
        setAriaLabel(title);
        addClassNames("panel", "sheet-panel");
        age = DataAge.ago(clock);
        grid = new SheetGrid(title, Moments.in(ZoneOffset.UTC, clock.instant()));
        grid.setId(id + "-table");
        asTable =
                tool(Texts.of("panel.table"), Texts.of("panel.table.label", title), () -> onTable.accept(!tableShown));
        asTable.setId(id + "-as-table");
        png = tool("PNG", Texts.of("panel.png", title), () -> save(figure));
        png.setId(id + "-png");
        csv = new Anchor();
        csv.setId(id + "-csv");
        add(head(title), body, message);
        fill(title);
    }

    private Div head(String title) {
        H2 heading = new H2(title);
        heading.addClassName("panel-title");
        heading.setTitle(Texts.of(id + ".help"));
        note.addClassName("panel-note");
        tools.addClassName("panel-tools");
        Div head = new Div(heading, age, note, tools);
        head.addClassName("panel-head");
        return head;
    }

    private void fill(String title) {
        csv.setHref(DownloadHandler.fromInputStream(event -> response()));
        csv.setText("CSV");
        csv.addClassName("tool-link");
        csv.getElement()
                .setAttribute("aria-label", Texts.of("panel.csv", title))
                .setAttribute("download", true);
        tools.add(csv);
        body.addClassName("sheet-body");
        if (figure != null) {
            tools.addComponentAsFirst(png);
            tools.addComponentAsFirst(asTable);
            body.add(figure);
        }
        body.add(grid);
        message.setId(id + "-message");
        message.addClassName("panel-message");
    }

    /** Puts something of the panel's own before what all panels can do. */
    public void addTool(Component tool) {
        tools.addComponentAsFirst(tool);
    }

    private static Button tool(String text, String label, Runnable onClick) {
        Button button = new Button(text, event -> onClick.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(label);
        return button;
    }

    private void save(@Nullable Figure drawn) {
        if (drawn != null) {
            drawn.savePng(sheet.name() + ".png");
        }
    }

    /** Called by the browser's own request, outside the page's lock: the sheet is immutable. */
    private DownloadResponse response() {
        byte[] bytes = Csv.of(sheet).getBytes(StandardCharsets.UTF_8);
        return new DownloadResponse(
                new ByteArrayInputStream(bytes), sheet.name() + ".csv", "text/csv; charset=utf-8", bytes.length);
    }

    /** Says something short beside the title. */
    public void note(String text) {
        QuietText.set(note, text);
    }

    /**
     * Shows a sheet.
     *
     * @param since how old it is; none tells no age
     * @param whyEmpty what to say when it has no rows
     */
    public void show(Sheet now, Optional<Instant> since, String whyEmpty, Moments moments) {
        sheet = now;
        age.setSince(since);
        boolean empty = now.rows().isEmpty();
        grid.show(now, moments);
        message.setVisible(empty);
        QuietText.set(message, empty ? whyEmpty : "");
        body.setVisible(!empty);
        csv.setVisible(!empty);
        png.setVisible(!empty);
        asTable.setVisible(!empty);
        if (figure == null) {
            return;
        }
        figure.setVisible(!tableShown);
        grid.setVisible(tableShown);
    }

    /** Shows figure or table from the next sheet on. */
    public void chooseTable(boolean table) {
        tableShown = table;
        asTable.getElement().setAttribute("aria-pressed", Boolean.toString(table));
    }

    /** What is shown, for a file. */
    public Sheet sheet() {
        return sheet;
    }
}
