package io.tidemark.dashboard.serving;

import io.tidemark.dashboard.news.Alert;
import io.tidemark.dashboard.news.Buzz;
import io.tidemark.dashboard.news.NewsItem;
import io.tidemark.dashboard.news.SymbolLink;
import io.tidemark.dashboard.news.Trend;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows of schema serving about news as values. */
final class NewsRows {

    private NewsRows() {}

    static NewsItem item(ResultSet row) throws SQLException {
        return new NewsItem(
                Columns.text(row, "feed"),
                Columns.text(row, "id"),
                Columns.instant(row, "published_at"),
                Columns.text(row, "headline"),
                Columns.text(row, "summary"),
                Columns.text(row, "source"),
                Columns.text(row, "category"),
                Columns.text(row, "url"),
                links(Columns.texts(row, "symbols"), Columns.figures(row, "relevances")),
                row.getDouble("sentiment"),
                Columns.instant(row, "updated_at"));
    }

    private static List<SymbolLink> links(List<String> symbols, List<Double> relevances) {
        List<SymbolLink> links = new ArrayList<>(symbols.size());
        for (int i = 0; i < symbols.size(); i++) {
            links.add(new SymbolLink(symbols.get(i), relevances.get(i)));
        }
        return links;
    }

    static Alert alert(ResultSet row) throws SQLException {
        return new Alert(
                Columns.text(row, "id"),
                Columns.text(row, "kind"),
                Alert.Severity.valueOf(Columns.text(row, "severity").toUpperCase(Locale.ROOT)),
                row.getString("symbol"),
                Columns.instant(row, "occurred_at"),
                Columns.text(row, "message"));
    }

    static Trend trend(ResultSet row) throws SQLException {
        return new Trend(Columns.text(row, "term"), row.getLong("items"), row.getDouble("score"));
    }

    static Buzz buzz(ResultSet row) throws SQLException {
        return new Buzz(Columns.text(row, "symbol"), row.getLong("items"), Columns.figureOrNull(row, "z_score"));
    }
}
