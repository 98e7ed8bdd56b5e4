package io.tidemark.dashboard.widget;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sheet as a table that can be sorted; rows are sent again only when they are other rows. */
public final class SheetGrid extends Grid<List<@Nullable Object>> {
    private final List<List<@Nullable Object>> rows = new ArrayList<>();
    private List<Sheet.Column> columns = List.of();
    private Moments moments;

    /** Makes a table that shows nothing yet. */
    public SheetGrid(String label, Moments moments) {
        this.moments = moments;
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        addClassName("sheet");
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("aria-label", label);
        setItems(rows);
    }

    /** Shows these rows, times as told by the moments. */
    public void show(Sheet sheet, Moments now) {
        if (!sheet.columns().equals(columns)) {
            columns = sheet.columns();
            removeAllColumns();
            for (int place = 0; place < columns.size(); place++) {
                add(columns.get(place), place);
            }
        }
        boolean sameZone = moments.zone().equals(now.zone());
        moments = now;
        if (!sheet.rows().equals(rows) || !sameZone) {
            rows.clear();
            rows.addAll(sheet.rows());
            getListDataView().refreshAll();
        }
    }

    private void add(Sheet.Column column, int place) {
        boolean words = column.kind() == Sheet.Kind.TEXT;
        addColumn(row -> SheetText.of(column.kind(), row.get(place), moments))
                .setHeader(Texts.of("column." + column.key()))
                .setKey(column.key())
                .setComparator(Comparator.comparing(
                        (List<@Nullable Object> row) -> row.get(place), Comparator.nullsFirst(SheetGrid::compare)))
                .setTextAlign(words ? ColumnTextAlign.START : ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(words ? 1 : 0);
    }

    /** Cells of a column are of one kind, and that kind has an order. */
    @SuppressWarnings("unchecked")
    private static int compare(Object one, Object other) {
        if (one instanceof Number number && other instanceof Number another) {
            return Double.compare(number.doubleValue(), another.doubleValue());
        }
        return ((Comparable<Object>) one).compareTo(other);
    }
}
